/** The colours offered for award categories: twelve that stay distinct, and the one a category goes by when none was chosen. */
export const categoryColours = [
  '#1F7A5A',
  '#2F6DB5',
  '#8A4FBF',
  '#B5562F',
  '#A23B72',
  '#5B7A1F',
  '#1F7A80',
  '#8A6412',
  '#5A5AB5',
  '#B52F4A',
  '#3F6B46',
  '#6B4A3A',
] as const;

/** The chosen colour, or the one of the category's place (0 first) in the edition. */
export function categoryColour(chosen: string | null, position: number): string {
  return chosen ?? categoryColours[Math.abs(position) % categoryColours.length] ?? categoryColours[0];
}
