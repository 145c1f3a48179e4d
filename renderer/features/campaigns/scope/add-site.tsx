/** Bringing sites in one by one: typed, chosen, and the field is free for the next one. */
import { useState, type ReactNode } from 'react';
import { SitePicker } from '../../../blocks/record-form/pickers.tsx';

export function AddSite({
  label,
  help,
  onAdd,
}: {
  label: string;
  help?: string | undefined;
  onAdd: (id: string) => void;
}): ReactNode {
  const [added, setAdded] = useState(0);
  return (
    <SitePicker
      key={added}
      label={label}
      description={help}
      value={null}
      autoFocus={added > 0}
      statuses={['open', 'planned']}
      onChange={(id) => {
        if (id === null) return;
        onAdd(id);
        setAdded(added + 1);
      }}
    />
  );
}
