/** What is written to the ambassadors of sites from which one would like to hear. */
import type { Language } from '#shared/base/common.ts';

interface FollowUpWords {
  subject: (organisation: string) => string;
  /** `quietDays`: the sites written to have done nothing for so long; null when they were chosen whatever they do. */
  body: (organisation: string, quietDays: number | null) => string;
}

/** About so many months; less than two are said as one. */
const months = (days: number): number => Math.max(1, Math.round(days / 30.4));

export const followUpWords: Record<Language, FollowUpWords> = {
  fr: {
    subject: (organisation) => `Des nouvelles de votre site\u202f? L’équipe RSE de ${organisation}`,
    body: (organisation, quietDays) =>
      [
        'Bonjour,',
        quietDays === null
          ? 'Nous aimerions savoir où vous en êtes\u00a0: ce qui se fait sur votre site nous intéresse, le modeste comme le grand.'
          : `Nous n’avons rien reçu de votre site depuis ${months(quietDays) === 1 ? 'un mois' : `${months(quietDays)} mois`} au moins, et nous aimerions savoir où vous en êtes.`,
        'Une action en cours, une idée, une difficulté\u00a0: deux lignes en réponse à ce message suffisent. Si le temps vous manque, dites-le nous aussi\u00a0: nous chercherons ensemble une façon plus légère de continuer.',
        `Merci pour ce que vous faites,\nl’équipe RSE de ${organisation}`,
      ].join('\n\n'),
  },
  en: {
    subject: (organisation) => `How are things at your site? The CSR team of ${organisation}`,
    body: (organisation, quietDays) =>
      [
        'Hello,',
        quietDays === null
          ? 'We would like to know how things are going: whatever happens at your site matters to us, large or small.'
          : `We have heard nothing from your site for at least ${months(quietDays) === 1 ? 'a month' : `${months(quietDays)} months`}, and would like to know how things are going.`,
        'Something under way, an idea, a difficulty: two lines in reply to this message are enough. If you are short of time, tell us that too: we will look together for a lighter way to carry on.',
        `Thank you for what you do,\nthe CSR team of ${organisation}`,
      ].join('\n\n'),
  },
};
