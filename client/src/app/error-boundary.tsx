import { Component, type ReactNode } from 'react';
import { Crashed } from './lost';

/** Catches what breaks while a page is drawn; only a class can. What was edited is in storage or on the server. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failure: unknown }> {
  override state: { failure: unknown } = { failure: undefined };

  static getDerivedStateFromError(failure: unknown): { failure: unknown } {
    return { failure };
  }

  override render(): ReactNode {
    return this.state.failure === undefined ? this.props.children : <Crashed failure={this.state.failure} />;
  }
}
