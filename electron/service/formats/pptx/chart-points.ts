/** The bars of a native chart in the manner of their provenance: hatched when estimated, outlined when declared. */
import type { ChartBox } from '#shared/deck/boxes.ts';

const outline = (colour: string): string =>
  `<a:ln w="15875"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln>`;

function fillOf(provenance: 'declared' | 'estimated', colour: string, ground: string): string {
  const fill =
    provenance === 'declared'
      ? '<a:noFill/>'
      : `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${colour}"/></a:fgClr><a:bgClr><a:srgbClr val="${ground}"/></a:bgClr></a:pattFill>`;
  return `<c:spPr>${fill}${outline(colour)}</c:spPr>`;
}

/** `ground` is the page's colour, seen between the hatches. The answer is the chart's part with a point of its own for every bar that is not measured; lines stay as they are. */
export function hatchPoints(xml: string, box: ChartBox | undefined, ground: string): string {
  if (box === undefined || box.chart.type !== 'bar') return xml;
  const colour = box.colour.replace('#', '').toUpperCase();
  const points = box.chart.values.flatMap((value, index) => {
    const provenance = box.chart.provenances?.[index] ?? 'measured';
    return value === null || provenance === 'measured'
      ? []
      : [
          `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${fillOf(provenance, colour, ground.replace('#', '').toUpperCase())}</c:dPt>`,
        ];
  });
  // Where the schema has them: after the sign of negative bars, before labels, categories and values.
  return points.length === 0
    ? xml
    : xml
        .replace(/<c:dPt>[\s\S]*?<\/c:dPt>/g, '')
        .replace(/(<c:ser>[\s\S]*?<c:invertIfNegative val="\d"\/>)/, `$1${points.join('')}`);
}
