/** A person's portrait, or their initials in a colour that follows their territory. */
import { Avatar } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../lib/api.ts';

// Twelve hues that stay apart from one another; the same territory always gets the same one.
const hues = ['#1F7A5A', '#2F6DB5', '#8A4FBF', '#B5562F', '#A23B72', '#4F7A1F', '#1F7A7A', '#7A5A1F', '#5A5AB5', '#B52F4A', '#3F7A3F', '#7A3F7A'];

function hueOf(seed: string): string {
  let sum = 0;
  for (const letter of seed) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hues[sum % hues.length] ?? '#1F7A5A';
}

function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words[words.length - 1] : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}

export function PersonFace({ name, portraitId, seed, size }: { name: string; portraitId: string | null; seed: string; size: number }): ReactNode {
  const image = useRead('attachments.image', { id: portraitId ?? '', size: 'thumbnail' }, { enabled: portraitId !== null });
  return (
    <Avatar src={image.data?.dataUrl ?? null} alt="" size={size} radius="50%" aria-hidden styles={{ placeholder: { background: hueOf(seed), color: '#FFFFFF', fontSize: size * 0.4 }, image: { objectPosition: '50% 20%' } }}>
      {initialsOf(name)}
    </Avatar>
  );
}
