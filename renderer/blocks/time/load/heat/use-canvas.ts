/** The canvas of the heat map: as large as its window, as sharp as the screen, redrawn at most once a frame. */
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { paint } from './paint.ts';
import type { HeatColours, Scene } from './scene.ts';
import { forgetWidths } from './text.ts';

export interface Room {
  width: number;
  height: number;
}

/** The size of the element inside its scroll bars. */
export function useRoom(viewport: RefObject<HTMLDivElement | null>): Room {
  const [room, setRoom] = useState<Room>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = viewport.current;
    if (element === null) return undefined;
    const measure = (): void =>
      setRoom((known) =>
        known.width === element.clientWidth && known.height === element.clientHeight
          ? known
          : { width: element.clientWidth, height: element.clientHeight },
      );
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [viewport]);
  return room;
}

export function useTheme(): 'light' | 'dark' {
  return useComputedColorScheme('light', { getInitialValueInEffect: false });
}

/** The colours of the theme as a canvas wants them. */
export function useHeatColours(): HeatColours {
  const theme = useTheme();
  return useMemo(() => {
    const style = getComputedStyle(document.body);
    const of = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    // The theme is what the variables follow.
    void theme;
    return {
      ink: of('--ink'),
      muted: of('--muted'),
      line: of('--line'),
      surface: of('--surface'),
      accent: of('--accent'),
      danger: of('--danger'),
      font: style.fontFamily,
    };
  }, [theme]);
}

/** Draws the scene whenever it changes, and at each scroll without waiting for React. `onScroll` hears where it stands, at most once a frame. */
export function useCanvas(
  viewport: RefObject<HTMLDivElement | null>,
  scene: Omit<Scene, 'left' | 'top'>,
  onScroll: (top: number) => void,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const draw = (): void => {
    const element = viewport.current;
    const sheet = canvas.current;
    const pen = sheet?.getContext('2d', { alpha: false });
    if (element === null || sheet === null || pen === undefined || pen === null || scene.width === 0) return;
    const sharpness = window.devicePixelRatio;
    const [wide, tall] = [Math.round(scene.width * sharpness), Math.round(scene.height * sharpness)];
    if (sheet.width !== wide || sheet.height !== tall) [sheet.width, sheet.height] = [wide, tall];
    pen.setTransform(sharpness, 0, 0, sharpness, 0, 0);
    paint(pen, { ...scene, left: Math.round(element.scrollLeft), top: Math.round(element.scrollTop) });
    onScroll(element.scrollTop);
  };
  const latest = useRef(draw);
  useLayoutEffect(() => {
    latest.current = draw;
    draw();
  });
  useEffect(() => {
    const element = viewport.current;
    let frame = 0;
    const redraw = (): void => {
      if (frame === 0)
        frame = requestAnimationFrame(() => {
          frame = 0;
          latest.current();
        });
    };
    element?.addEventListener('scroll', redraw, { passive: true });
    // Letters are measured anew once their font is there.
    void document.fonts.ready.then(() => {
      forgetWidths();
      redraw();
    });
    return () => {
      element?.removeEventListener('scroll', redraw);
      cancelAnimationFrame(frame);
    };
  }, [viewport]);
  return canvas;
}
