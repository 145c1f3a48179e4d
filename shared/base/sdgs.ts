/** The seventeen Sustainable Development Goals with the United Nations' own colours. */

/** By number: `sdgColours[1]` is goal 1; 0 is unused. Source: UN SDG colour guidelines. */
const sdgColours = [
  '',
  '#E5243B',
  '#DDA63A',
  '#4C9F38',
  '#C5192D',
  '#FF3A21',
  '#26BDE2',
  '#FCC30B',
  '#A21942',
  '#FD6925',
  '#DD1367',
  '#FD9D24',
  '#BF8B2E',
  '#3F7E44',
  '#0A97D9',
  '#56C02B',
  '#00689D',
  '#19486A',
] as const;

export const sdgNumbers = Array.from({ length: 17 }, (_, index) => index + 1);

/** The official colour of a goal, 1 to 17; a neutral grey for any other number. */
export function sdgColour(goal: number): string {
  return (goal >= 1 && sdgColours[goal]) || '#6E7B74';
}
