/** A part of the home screen: its title, and the way to the whole list. */
import { Anchor, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export function Section({
  title,
  to,
  more,
  children,
}: {
  title: string;
  to?: string;
  more?: string;
  children: ReactNode;
}): ReactNode {
  return (
    <section>
      <Group justify="space-between" align="baseline" mb="xs">
        <Title order={2} fz={18}>
          {title}
        </Title>
        {to !== undefined && (
          <Anchor component={Link} to={to} size="sm" aria-label={`${more ?? ''} : ${title}`}>
            {more}
          </Anchor>
        )}
      </Group>
      {children}
    </section>
  );
}
