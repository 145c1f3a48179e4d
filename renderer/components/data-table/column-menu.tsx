/** Chooses which columns a table shows; the first, which names the row, always stays. */
import { ActionIcon, Checkbox, Popover, Stack, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
  label: string;
  columns: { id: string; label: string }[];
  shown: string[];
  onChange: (shown: string[]) => void;
}

export function ColumnMenu({ label, columns, shown, onChange }: Props): ReactNode {
  return (
    <Popover position="bottom-end" shadow="md" withinPortal trapFocus>
      <Popover.Target>
        <Tooltip label={label}><ActionIcon size={30} variant="default" aria-label={label}><IconColumns3 size={17} stroke={1.6} /></ActionIcon></Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Stack gap="xs">
          {columns.slice(1).map((column) => (
            <Checkbox key={column.id} size="sm" label={column.label} checked={shown.includes(column.id)} onChange={(event) => onChange(event.currentTarget.checked ? [...shown, column.id] : shown.filter((id) => id !== column.id))} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
