/** A screen that failed takes nothing else with it: it says so, and offers to begin again. */
import { Component, type ReactNode } from 'react';
import { AppError } from '#shared/base/result.ts';
import { ErrorState } from '../components/error-state.tsx';

interface Props {
  children: ReactNode;
  /** A new value (the address) clears the error. */
  resetKey?: string;
}

/** React catches errors of rendering in classes only. */
export class ErrorBoundary extends Component<Props, { error: unknown; key: string | undefined }> {
  override state: { error: unknown; key: string | undefined } = { error: null, key: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error: error ?? new AppError('internal') };
  }

  static getDerivedStateFromProps(
    props: Props,
    state: { error: unknown; key: string | undefined },
  ): { error: unknown; key: string | undefined } | null {
    return props.resetKey === state.key ? null : { error: null, key: props.resetKey };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <ErrorState error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
