/** The words of a list that holds nothing yet. */
import type { Icon } from '@tabler/icons-react';

export interface EmptyWords {
  icon: Icon;
  title: string;
  text: string;
  importTo: string;
  importLabel: string;
}
