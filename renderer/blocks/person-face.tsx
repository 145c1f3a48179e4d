/** A person's portrait, or their initials in the colour of their territory. */
import { Avatar } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../lib/api.ts';
import { badgeColours, hueOf } from '../lib/colours.ts';

function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words[words.length - 1] : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toUpperCase();
}

/** `seed` is the territory's id, or any id where there is no territory: its colour is then one of the set. */
export function PersonFace({
  name,
  portraitId,
  seed,
  size,
}: {
  name: string;
  portraitId: string | null;
  seed: string;
  size: number;
}): ReactNode {
  const image = useRead(
    'attachments.image',
    { id: portraitId ?? '', size: 'thumbnail' },
    { enabled: portraitId !== null },
  );
  const territories = useRead('territories.list', {});
  const colour = territories.data?.rows.find((row) => row.id === seed)?.colour ?? hueOf(seed);
  return (
    <Avatar
      src={image.data?.dataUrl ?? null}
      alt=""
      size={size}
      radius="50%"
      aria-hidden
      styles={{
        root: { verticalAlign: 'middle' },
        placeholder: { ...badgeColours(colour), fontSize: size * 0.4 },
        image: { objectPosition: '50% 20%' },
      }}
    >
      {initialsOf(name)}
    </Avatar>
  );
}
