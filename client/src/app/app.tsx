import { MantineProvider } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { theme } from '../ui/theme';
import { Toasts } from '../ui/toasts';
import { ErrorBoundary } from './error-boundary';
import { NotFound } from './lost';

// Each page is loaded when someone goes there: a phone that opens a map does not wait for the others.
const HomePage = lazy(() => import('./home-page'));
const NewMapPage = lazy(() => import('./new-map-page'));
const MapPage = lazy(() => import('./map-page'));
const OpenPage = lazy(() => import('./open-page'));

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Toasts />
      <BrowserRouter>
        <ErrorBoundary>
          <Suspense fallback={null}>
            <Routes>
              <Route path="/" element={<HomePage />} />
              <Route path="/maps/new" element={<NewMapPage />} />
              <Route path="/maps/:map" element={<MapPage />} />
              <Route path="/open" element={<OpenPage />} />
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Suspense>
        </ErrorBoundary>
      </BrowserRouter>
    </MantineProvider>
  );
}
