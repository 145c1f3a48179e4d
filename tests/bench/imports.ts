/** An import of 100,000 rows, validated and with history, against bare prepared inserts of the same rows. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWriter } from '../../electron/service/database/connect.ts';
import { testWorkspace } from '../factories/workspace.ts';
import { timed, type Bench } from './measure.ts';

const rows = 100_000;

export const importBenches: Bench[] = [
  {
    name: 'import of 100,000 people, validated, with history',
    against: 'bare prepared inserts of the same rows',
    target: 3,
    run: async () => {
      const ours: number[] = [];
      const bare: number[] = [];
      for (let n = 0; n < 3; n += 1) {
        const workspace = await testWorkspace();
        const path = join(workspace.folder, 'people.csv');
        const sites = 500;
        for (let index = 0; index < sites; index += 1)
          await workspace.call('sites.create', { code: `S${index}`, name: `Site ${index}` });
        writeFileSync(
          path,
          `Matricule;Prénom;Nom;E-mail;Code site;Étape;Profil;Entrée;Heures\n${Array.from({ length: rows }, (_, index) => `M${index};Prénom${index % 900};Nom${index};p${index}@exemple.fr;S${index % sites};Actif;Manager de proximité;${String(1 + (index % 28)).padStart(2, '0')}/03/2025;4`).join('\n')}\n`,
        );
        const mapping = {
          Matricule: 'code',
          Prénom: 'firstName',
          Nom: 'lastName',
          'E-mail': 'email',
          'Code site': 'siteCode',
          Étape: 'stage',
          Profil: 'profile',
          Entrée: 'joinedOn',
          Heures: 'allottedHours',
        };
        ours.push(
          await timed(async () => {
            const { counts } = await workspace.call('imports.commit', { path, kind: 'people', mapping });
            if (counts.created !== rows) throw new Error(JSON.stringify(counts));
          }),
        );
        const db = workspace.service.workspace?.writer;
        if (db == null) throw new Error('no writer');
        const all = db.prepare('select * from people order by seq').raw().all() as unknown[][];
        const columns = (db.pragma('table_info(people)') as { name: string }[]).map((column) => column.name);
        await workspace.call('history.undo', {});
        // On a connection of its own, which carries no trigger of the history: bare is bare.
        const copy = join(workspace.folder, 'bare.maillage');
        db.prepare('vacuum into ?').run(copy);
        const plain = openWriter(copy);
        const insert = plain.prepare(
          `insert into people (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
        );
        bare.push(
          await timed(() =>
            plain.transaction(() => {
              for (const row of all) insert.run(row);
            })(),
          ),
        );
        plain.close();
        await workspace.close();
      }
      return { ours, bare };
    },
  },
];
