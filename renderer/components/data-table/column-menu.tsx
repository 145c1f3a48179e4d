/** Chooses which columns a table shows; the first, which names the row, always stays. */
import { ActionIcon, Checkbox, Popover, Stack, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

interface Props {
  label: string;
  columns: { id: string; label: string }[];
  shown: string[];
  onChange: (shown: string[]) => void;
}

export function ColumnMenu({ label, columns, shown, onChange }: Props): ReactNode {
  const [opened, set] = useState(false);
  return (
    <Popover opened={opened} onChange={set} position="bottom-end" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={label} disabled={opened}>
          <ActionIcon
            size={30}
            variant="default"
            aria-label={label}
            aria-expanded={opened}
            onClick={() => set(!opened)}
          >
            <IconColumns3 size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Stack gap="xs">
          {columns.slice(1).map((column) => (
            <Checkbox
              key={column.id}
              size="sm"
              label={column.label}
              checked={shown.includes(column.id)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...shown, column.id] : shown.filter((id) => id !== column.id))
              }
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
