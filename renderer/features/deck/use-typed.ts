/** A text that is kept when one leaves its field (or the slide), and taken back by Escape. Give its field a key made of the stored text. */
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { heard } from '../../lib/keys.ts';
import { textKeys } from './keys.ts';

export interface Typed {
  text: string;
  change: (text: string) => void;
  keep: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** `onChange` hears every letter; null when the text is the stored one again. */
export function useTyped(
  stored: string,
  onKeep: (text: string) => void,
  onChange: (text: string | null) => void = () => undefined,
): Typed {
  const [text, setText] = useState(stored);
  const latest = useRef({ typed: stored, kept: stored, onKeep, onChange });
  useEffect(() => {
    latest.current.onKeep = onKeep;
    latest.current.onChange = onChange;
  });
  const keep = useCallback(() => {
    const { typed, kept, onKeep: save, onChange: tell } = latest.current;
    if (typed === kept) {
      tell(null);
      return;
    }
    // Once: leaving the field and leaving the slide may both ask for it.
    latest.current.kept = typed;
    save(typed);
  }, []);
  useEffect(() => keep, [keep]);
  const change = (next: string): void => {
    latest.current.typed = next;
    setText(next);
    onChange(next);
  };
  return {
    text,
    change,
    keep,
    onKeyDown: (event) => {
      if (heard(textKeys, event) !== 'reset' || latest.current.typed === stored) return;
      event.stopPropagation();
      change(stored);
      onChange(null);
    },
  };
}
