/** One slide drawn from the very boxes that the PPTX and the PDF are written from, as one SVG of 960 x 540 points. */
import '@fontsource/gelasio/400.css';
import '@fontsource/gelasio/400-italic.css';
import { memo, useMemo, type ReactNode } from 'react';
import { page, type Box, type PictureBox, type TextBox } from '#shared/deck/boxes.ts';
import { drawChart } from '#shared/deck/chart-drawing.ts';
import { layoutSlide, type LayoutContext } from '#shared/deck/layout.ts';
import type { Slide } from '#shared/deck/slides.ts';
import { fonts } from '#shared/deck/themes.ts';
import { useRead } from '../../lib/api.ts';
import classes from './slide-view.module.css';

interface Props {
  slide: Slide;
  context: LayoutContext;
  /** Pictures of at most 320 or 1600 pixels. */
  size: 'thumbnail' | 'full';
  /** The deck whose map is shown, for the slides that have one. */
  deckId: string;
  /** For the eye only: what stands around it already names the slide. */
  decorative?: boolean;
}

const points = (inches: number): number => Math.round(inches * 7200) / 100;

export const SlideView = memo(function SlideView({
  slide,
  context,
  size,
  deckId,
  decorative = false,
}: Props): ReactNode {
  const laid = useMemo(() => layoutSlide(slide, context), [slide, context]);
  const naming = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': laid.title };
  return (
    <svg
      className={classes['slide']}
      viewBox={`0 0 ${points(page.width)} ${points(page.height)}`}
      lang={context.lang}
      {...naming}
    >
      <rect width={points(page.width)} height={points(page.height)} fill={laid.background} />
      {laid.boxes.map((box, index) => (
        <BoxView key={index} box={box} context={context} size={size} deckId={deckId} />
      ))}
    </svg>
  );
});

type BoxProps<B extends Box> = Pick<Props, 'context' | 'size' | 'deckId'> & { box: B };

function BoxView({ box, ...props }: BoxProps<Box>): ReactNode {
  switch (box.kind) {
    case 'text':
      return <TextView box={box} />;
    case 'picture':
      return <PictureView box={box} {...props} />;
    case 'chart':
      return drawChart(box, props.context.lang).map((part, index) => <BoxView key={index} box={part} {...props} />);
    case 'rect':
      return (
        <rect
          x={points(box.x)}
          y={points(box.y)}
          width={points(box.w)}
          height={points(box.h)}
          fill={box.fill}
          opacity={box.opacity}
        />
      );
    case 'ellipse':
      return (
        <ellipse
          cx={points(box.x + box.w / 2)}
          cy={points(box.y + box.h / 2)}
          rx={points(box.w / 2)}
          ry={points(box.h / 2)}
          fill={box.fill}
          opacity={box.opacity}
        />
      );
    case 'line':
      return (
        <line
          x1={points(box.x1)}
          y1={points(box.y1)}
          x2={points(box.x2)}
          y2={points(box.y2)}
          stroke={box.colour}
          strokeWidth={box.width}
          opacity={box.opacity}
        />
      );
    case 'mesh': {
      const threads = box.threads
        .map(([x1, y1, x2, y2]) => `M${points(x1)} ${points(y1)}L${points(x2)} ${points(y2)}`)
        .join('');
      return (
        <g opacity={box.opacity}>
          <path d={threads} fill="none" stroke={box.colour} strokeWidth={box.width} />
          {box.knots.map(([x, y, radius], index) => (
            <circle key={index} cx={points(x)} cy={points(y)} r={points(radius)} fill={box.colour} />
          ))}
        </g>
      );
    }
  }
}

/** Ascent less descent of both fonts, halved: how far below the middle of its line a text stands. */
const baseline = 0.348;

function TextView({ box }: { box: TextBox }): ReactNode {
  const lead = box.size * box.lineHeight;
  const free = points(box.h) - box.lines.length * lead;
  const top = points(box.y) + (box.anchor === 'middle' ? free / 2 : box.anchor === 'bottom' ? free : 0);
  const x = box.align === 'right' ? box.x + box.w : box.align === 'center' ? box.x + box.w / 2 : box.x;
  // In a text that runs from the right, its start is at the right.
  const anchor = box.align === 'center' ? 'middle' : (box.align === 'right') === box.rtl ? 'start' : 'end';
  return (
    <text
      className={classes['text']}
      fontFamily={fonts[box.font].stack}
      fontSize={box.size}
      fontWeight={box.bold ? 700 : 400}
      fontStyle={box.italic ? 'italic' : 'normal'}
      fill={box.colour}
      textAnchor={anchor}
      direction={box.rtl ? 'rtl' : 'ltr'}
    >
      {box.lines.map((text, index) => (
        <tspan key={index} x={points(x)} y={top + lead * (index + 0.5) + box.size * baseline}>
          {text}
          {box.tail !== null && index === box.lines.length - 1 && (
            <tspan fontSize={box.tail.size} fill={box.tail.colour}>
              {box.tail.text}
            </tspan>
          )}
        </tspan>
      ))}
    </text>
  );
}

function PictureView({ box, size, deckId }: BoxProps<PictureBox>): ReactNode {
  const isMap = box.picture.source === 'map';
  const image = useRead('attachments.image', { id: box.picture.id, size }, { enabled: !isMap });
  const map = useRead('deck.map', { id: deckId }, { enabled: isMap, keep: true });
  const url = (isMap ? map.data : image.data)?.dataUrl ?? null;
  const { left, top, right, bottom } = box.crop;
  const [w, h] = [points(box.w), points(box.h)];
  if (url === null) return null;
  const [wide, high] = [w / (1 - left - right), h / (1 - top - bottom)];
  return (
    <svg x={points(box.x)} y={points(box.y)} width={w} height={h} overflow="hidden">
      <image href={url} x={-left * wide} y={-top * high} width={wide} height={high} preserveAspectRatio="none" />
    </svg>
  );
}
