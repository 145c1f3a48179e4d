/** For what is no read but stands on screen all the same, such as the answer of a job: has it made anew when the data changes. */
import { useEffect, useRef } from 'react';

/** Changes that come closer together than this, in milliseconds, are one. */
const rest = 400;

/** Runs `renew` once the data has changed and come to rest, while someone can see the page or as soon as they do. */
export function useOnChange(renew: () => void): void {
  const latest = useRef(renew);
  useEffect(() => {
    latest.current = renew;
  });
  useEffect(() => {
    let timer = 0;
    let missed = false;
    const run = (): void => {
      missed = document.visibilityState !== 'visible';
      if (!missed) latest.current();
    };
    const onSeen = (): void => {
      if (missed) run();
    };
    const stop = window.maillage.onEvent((event) => {
      if (event.type !== 'changed') return;
      window.clearTimeout(timer);
      timer = window.setTimeout(run, rest);
    });
    document.addEventListener('visibilitychange', onSeen);
    return () => {
      stop();
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', onSeen);
    };
  }, []);
}
