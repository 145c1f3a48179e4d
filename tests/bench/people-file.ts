/** A file of many people, for the benches of imports. */
import { appendFileSync, writeFileSync } from 'node:fs';

export const sites = 500;
export const peopleMapping = {
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

/** Writes a file of people of 500 sites piece by piece: the memory of the bench is not to be that of the import. */
export function writePeople(path: string, count: number): void {
  writeFileSync(path, `${Object.keys(peopleMapping).join(';')}\n`);
  for (let from = 0; from < count; from += 10_000)
    appendFileSync(
      path,
      Array.from({ length: Math.min(10_000, count - from) }, (_, n) => {
        const index = from + n;
        return `M${index};Prénom${index % 900};Nom${index};p${index}@exemple.fr;S${index % sites};Actif;Manager de proximité;${String(1 + (index % 28)).padStart(2, '0')}/03/2025;4\n`;
      }).join(''),
    );
}
