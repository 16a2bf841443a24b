import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { theme } from '../ui/theme';
import { Crashed, NotFound } from './lost';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays one; only silence is worth another try.
      retry: (count, failure) => !(failure instanceof DownstreamError) && count < 2,
      refetchOnWindowFocus: false,
    },
  },
});

const router = createBrowserRouter([
  {
    errorElement: <Crashed />,
    HydrateFallback: () => null,
    children: [
      { path: '/', lazy: async () => ({ Component: (await import('./home-page')).HomePage }) },
      { path: '/maps/new', lazy: async () => ({ Component: (await import('./new-map-page')).NewMapPage }) },
      { path: '/maps/:map', lazy: async () => ({ Component: (await import('./map-page')).MapPage }) },
      { path: '/open', lazy: async () => ({ Component: (await import('./open-page')).OpenPage }) },
      { path: '*', element: <NotFound /> },
    ],
  },
]);

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <Notifications position="bottom-left" limit={4} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
