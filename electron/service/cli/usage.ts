/** How the command line explains itself: help and complaints about the arguments, in the language of the terminal. */
import type { Command, CommanderError, Help, Option } from 'commander';
import type { Language } from '#shared/base/common.ts';

const titles: Record<string, string> = {
  'Usage:': 'Usage :',
  'Options:': 'Options :',
  'Arguments:': 'Arguments :',
  'Commands:': 'Commandes :',
  'Global Options:': 'Options générales :',
};

const words = {
  fr: {
    help: 'affiche cette aide',
    helpCommand: 'affiche l\u2019aide d\u2019une commande',
    version: 'affiche la version',
    choices: 'valeurs',
    default: 'par défaut',
    see: 'Voir : {{command}}',
    exit: 'Codes de sortie : 0 fait, 1 refusé (la raison est sur la sortie d\u2019erreur), 2 commande mal écrite, 3 erreur interne. Avec --json, la réponse est toujours {"ok": ...} sur la sortie standard.',
  },
  en: {
    help: 'show this help',
    helpCommand: 'show the help of a command',
    version: 'show the version',
    choices: 'values',
    default: 'default',
    see: 'See: {{command}}',
    exit: 'Exit codes: 0 done, 1 refused (the reason is on stderr), 2 wrong usage, 3 internal error. With --json the answer is always {"ok": ...} on stdout.',
  },
} as const;

/** What Commander says in English when the arguments cannot be understood, and the same in French. */
const complaints: [RegExp, string][] = [
  [/^missing required argument '(.+)'$/, 'il manque l\u2019argument « $1 »'],
  [/^option '(.+)' argument missing$/, 'il manque une valeur à l\u2019option « $1 »'],
  [/^required option '(.+)' not specified$/, 'il manque l\u2019option « $1 »'],
  [/^unknown option '(.+)'$/, 'option inconnue « $1 »'],
  [/^unknown command '(.+)'$/, 'commande inconnue « $1 »'],
  [/^too many arguments.*$/, 'il y a des arguments en trop'],
  [
    /^(?:option|command-argument) '(.+)' argument '(.*)' is invalid\. Allowed choices are (.+)\.$/,
    'option « $1 » : « $2 » ne convient pas. Valeurs possibles : $3',
  ],
  [/^option '(.+)' cannot be used with option '(.+)'$/, 'l\u2019option « $1 » ne va pas avec « $2 »'],
  [/^\(Did you mean (?:one of )?(.+)\?\)$/, '(peut-être : $1)'],
];

function optionText(help: Help, option: Option, lang: Language): string {
  const notes = [
    ...(option.argChoices === undefined || option.description.includes(option.argChoices[0] ?? '')
      ? []
      : [`${words[lang].choices}${lang === 'fr' ? ' ' : ''}: ${option.argChoices.join(', ')}`]),
    ...(option.defaultValue === undefined
      ? []
      : [`${words[lang].default}${lang === 'fr' ? ' ' : ''}: ${String(option.defaultValue)}`]),
  ];
  return notes.length === 0 ? option.description : `${option.description} (${notes.join(', ')})`;
}

/** Sets what every command inherits; to be called before the first command is added. */
export function explainIn(program: Command, lang: Language, version: string): void {
  const { help, helpCommand, version: versionText, exit } = words[lang];
  program
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => (lang === 'fr' ? (titles[title] ?? title) : title),
      optionDescription(option) {
        return optionText(this as Help, option, lang);
      },
    })
    // Complaints are written once, by `complaintText`, where the exit code is decided.
    .configureOutput({ outputError: () => undefined })
    .helpOption('-h, --help', help)
    .helpCommand('help [command]', helpCommand)
    .version(version, '-V, --version', versionText)
    .addHelpText('after', `\n${exit}`);
}

/** One complaint about the arguments and where to read more, for stderr. */
export function complaintText(error: CommanderError, program: Command, argv: string[], lang: Language): string {
  const lines = error.message.replace(/^error: /, '').split('\n');
  const said =
    lang === 'en'
      ? lines
      : lines.map((line) => complaints.reduce((text, [pattern, french]) => text.replace(pattern, french), line));
  return [...said, seeAlso(program, argv, lang)].join('\n');
}

export function seeAlso(program: Command, argv: string[], lang: Language): string {
  const name = program.commands.map((command) => command.name()).find((one) => argv.includes(one));
  return words[lang].see.replace('{{command}}', name === undefined ? 'maillage help' : `maillage help ${name}`);
}
