/** A text that is kept when one leaves its field (or the slide), and taken back by Escape. Until it is typed in it shows what is stored. */
import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import { useEdits } from '../../lib/edits.ts';
import { heard } from '../../lib/keys.ts';
import { textKeys } from './keys.ts';

export interface Typed {
  text: string;
  change: (text: string) => void;
  keep: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Whether it got another text elsewhere while it was being typed in. */
  overtaken: boolean;
  /** Shows the stored text again. */
  drop: () => void;
}

/** `onChange` hears every letter; null when the text is the stored one again. */
export function useTyped(
  stored: string,
  onKeep: (text: string) => void,
  onChange: (text: string | null) => void = () => undefined,
): Typed {
  const { values, dirty, set, drop, sent, overtaken } = useEdits({ text: stored });
  const latest = useRef({ text: stored, dirty, onKeep, onChange });
  useEffect(() => {
    latest.current = { text: values.text, dirty, onKeep, onChange };
  });
  const keep = useCallback(() => {
    const { text, dirty: open, onKeep: save, onChange: tell } = latest.current;
    if (!open) {
      tell(null);
      return;
    }
    // Once: leaving the field and leaving the slide may both ask for it.
    latest.current.dirty = false;
    sent({ text });
    save(text);
  }, [sent]);
  useEffect(() => keep, [keep]);
  const takeBack = (): void => {
    latest.current.dirty = false;
    drop();
    onChange(null);
  };
  return {
    text: values.text,
    change: (text) => {
      latest.current = { ...latest.current, text, dirty: text !== stored };
      set({ text });
      onChange(text);
    },
    keep,
    onKeyDown: (event) => {
      if (heard(textKeys, event) !== 'reset' || !dirty) return;
      event.stopPropagation();
      takeBack();
    },
    overtaken: overtaken('text'),
    drop: takeBack,
  };
}
