/** A native chart: editable in PowerPoint, in the deck's colours, with bars in the manner of their provenance. */
import { localeOf } from '#shared/base/locale.ts';
import type { Language } from '#shared/base/common.ts';
import type { ChartBox } from '#shared/deck/boxes.ts';
import { ticksOf } from '#shared/deck/chart-drawing.ts';
import { fonts } from '#shared/deck/themes.ts';
import { chartSheetName, seriesName } from './chart-book.ts';
import { colourXml, escapeXml, noOutline, outline, solid, xmlHead } from './xml.ts';

const axes = { category: 2_094_734_554, value: 2_094_734_552 } as const;

/** Hatched when estimated, outlined when declared: `ground` is the page's colour, seen between the hatches. */
function pointFill(provenance: 'declared' | 'estimated', colour: string, ground: string): string {
  const fill =
    provenance === 'declared'
      ? '<a:noFill/>'
      : `<a:pattFill prst="wdUpDiag"><a:fgClr>${colourXml(colour)}</a:fgClr><a:bgClr>${colourXml(ground)}</a:bgClr></a:pattFill>`;
  return `<c:spPr>${fill}${outline(colour, 1.25)}</c:spPr>`;
}

/** A point of its own for every bar that is not measured. */
function points({ chart, colour }: ChartBox, ground: string): string {
  return chart.values
    .map((value, index) => {
      const provenance = chart.provenances?.[index] ?? 'measured';
      return value === null || provenance === 'measured'
        ? ''
        : `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${pointFill(provenance, colour, ground)}</c:dPt>`;
    })
    .join('');
}

/** What the sheet behind the chart holds, repeated as Office wants it; a missing value has no point. */
function cache(kind: 'str' | 'num', values: readonly (string | number | null)[]): string {
  const held = values.flatMap((value, index) =>
    value === null ? [] : [`<c:pt idx="${index}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`],
  );
  const format = kind === 'num' ? '<c:formatCode>General</c:formatCode>' : '';
  return `<c:${kind}Cache>${format}<c:ptCount val="${values.length}"/>${held.join('')}</c:${kind}Cache>`;
}

function series(box: ChartBox, ground: string, lang: Language): string {
  const { chart, colour } = box;
  const sheet = chartSheetName[lang];
  const end = Math.max(2, chart.labels.length + 1);
  const head = `<c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>${sheet}!$B$1</c:f>${cache('str', [seriesName(chart)])}</c:strRef></c:tx>`;
  const data = `<c:cat><c:strRef><c:f>${sheet}!$A$2:$A$${end}</c:f>${cache('str', chart.labels)}</c:strRef></c:cat><c:val><c:numRef><c:f>${sheet}!$B$2:$B$${end}</c:f>${cache('num', chart.values)}</c:numRef></c:val>`;
  if (chart.type === 'bar')
    return `<c:ser>${head}<c:spPr>${solid(colour)}${noOutline}</c:spPr><c:invertIfNegative val="0"/>${points(box, ground)}${data}</c:ser>`;
  const marker = `<c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>${solid(colour)}${noOutline}</c:spPr></c:marker>`;
  const stroke = `<a:ln w="38100" cap="rnd">${solid(colour)}<a:round/></a:ln>`;
  return `<c:ser>${head}<c:spPr>${stroke}</c:spPr>${marker}${data}<c:smooth val="0"/></c:ser>`;
}

function plot(box: ChartBox, ground: string, lang: Language): string {
  const ids = `<c:axId val="${axes.category}"/><c:axId val="${axes.value}"/>`;
  const all = series(box, ground, lang);
  return box.chart.type === 'bar'
    ? `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${all}<c:gapWidth val="52"/>${ids}</c:barChart>`
    : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all}<c:marker val="1"/>${ids}</c:lineChart>`;
}

function letters(box: ChartBox, lang: Language): string {
  const { face } = fonts.text;
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${Math.round(box.size * 100)}" b="0">${solid(box.ink)}<a:latin typeface="${face}"/><a:cs typeface="${face}"/></a:defRPr></a:pPr><a:endParaRPr lang="${localeOf(lang)}"/></a:p></c:txPr>`;
}

function bothAxes(box: ChartBox, lang: Language): string {
  const known = box.chart.values.filter((value): value is number => value !== null);
  const ticks = ticksOf(Math.min(0, ...known), Math.max(0, ...known));
  const [lowest, highest] = [ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1];
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const plain = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>';
  const category = `<c:catAx><c:axId val="${axes.category}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>${plain}<c:tickLblPos val="low"/><c:spPr>${outline(box.line, 1.5)}</c:spPr>${letters(box, lang)}<c:crossAx val="${axes.value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
  const format = ticks.every(Number.isInteger) ? '#,##0' : '#,##0.0#';
  const value = `<c:valAx><c:axId val="${axes.value}"/><c:scaling><c:orientation val="minMax"/><c:max val="${highest}"/><c:min val="${lowest}"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr>${outline(box.line, 0.75)}</c:spPr></c:majorGridlines><c:numFmt formatCode="${format}" sourceLinked="0"/>${plain}<c:tickLblPos val="low"/><c:spPr>${noOutline}</c:spPr>${letters(box, lang)}<c:crossAx val="${axes.category}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="${Number(step.toPrecision(12))}"/></c:valAx>`;
  return category + value;
}

/** The chart's part; its sheet is the link `rId1`. `ground` is the page's colour. */
export function chartXml(box: ChartBox, ground: string, lang: Language): string {
  const clear = `<c:spPr><a:noFill/>${noOutline}</c:spPr>`;
  return `${xmlHead}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="${localeOf(lang)}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plot(box, ground, lang)}${bothAxes(box, lang)}${clear}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${clear}${letters(box, lang)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}
