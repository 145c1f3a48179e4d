/** An initiative's cover as a stamp beside its title; a seedling where it has none. */
import { IconSeedling } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { AttachmentImage } from './attachment-image.tsx';
import classes from './cover-thumb.module.css';

export function CoverThumb({ id }: { id: string | null }): ReactNode {
  return (
    <span className={classes['thumb']} aria-hidden="true">
      {id === null ? (
        <IconSeedling size={14} stroke={1.5} />
      ) : (
        <AttachmentImage id={id} alt="" className={classes['image']} />
      )}
    </span>
  );
}
