/** The picture of a nominee, or a quiet surface in its category's colour when there is none. */
import { IconSeedling, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { AttachmentImage } from '../../blocks/attachment-image.tsx';
import classes from './nominees.module.css';

interface Props {
  id: string | null;
  kind: 'initiative' | 'person';
  colour: string;
  className?: string | undefined;
  size?: 'thumbnail' | 'full';
}

export function Picture({ id, kind, colour, className, size = 'thumbnail' }: Props): ReactNode {
  const Sign = kind === 'person' ? IconUser : IconSeedling;
  return (
    <span
      className={`${classes['picture'] ?? ''} ${className ?? ''}`}
      data-person={kind === 'person' || undefined}
      style={
        id === null ? { background: `color-mix(in srgb, ${colour} 16%, var(--surface))`, color: colour } : undefined
      }
    >
      {id === null ? <Sign stroke={1.3} aria-hidden /> : <AttachmentImage id={id} alt="" size={size} />}
    </span>
  );
}
