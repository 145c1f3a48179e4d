/** A picture kept in the workspace, shown by its attachment's id. */
import { Skeleton } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { useRead } from '../lib/api.ts';

interface Props {
  id: string;
  alt: string;
  size?: 'thumbnail' | 'full';
  className?: string;
  style?: CSSProperties;
}

export function AttachmentImage({ id, alt, size = 'thumbnail', className, style }: Props): ReactNode {
  const image = useRead('attachments.image', { id, size });
  if (image.data === undefined) return <Skeleton className={className} style={style} />;
  if (image.data.dataUrl === null) return null;
  return <img src={image.data.dataUrl} alt={alt} className={className} style={style} decoding="async" />;
}
