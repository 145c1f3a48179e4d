/** An edition's name, with its year when the name does not hold it. */
export function editionLabel(edition: { name: string; year: number }): string {
  return edition.name.includes(String(edition.year)) ? edition.name : `${edition.name} ${edition.year}`;
}
