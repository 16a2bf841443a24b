import { DownstreamError } from '@downstream/graph-schema/problem';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays one; only silence is worth another try.
      retry: (count, failure) => !(failure instanceof DownstreamError) && count < 2,
      refetchOnWindowFocus: false,
    },
  },
});

/** What the parts that ask the server share: lists, links, who one is. An open map follows its log instead. */
export const WithQueries = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queries}>{children}</QueryClientProvider>
);
