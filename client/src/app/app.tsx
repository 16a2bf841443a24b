import { MantineProvider } from '@mantine/core';
import { BrowserRouter, Route, Routes } from 'react-router';
import { later } from '../ui/later';
import { theme } from '../ui/theme';
import { Toasts } from '../ui/toasts';
import { ErrorBoundary } from './error-boundary';
import { NotFound } from './lost';

// Each page is loaded when someone goes there: a phone that opens a map does not wait for the others.
const HomePage = later(() => import('./home-page')).Part;
const NewMapPage = later(() => import('./new-map-page')).Part;
const MapPage = later(() => import('./map-page')).Part;
const EmbedPage = later(() => import('./embed-page')).Part;
const OpenPage = later(() => import('./open-page')).Part;

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Toasts />
      <BrowserRouter>
        <ErrorBoundary>
          <Routes>
            <Route path="/" element={<HomePage />} />
            <Route path="/maps/new" element={<NewMapPage />} />
            <Route path="/maps/:map/weak-links?" element={<MapPage />} />
            <Route path="/embed/maps/:map" element={<EmbedPage />} />
            <Route path="/open" element={<OpenPage />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </ErrorBoundary>
      </BrowserRouter>
    </MantineProvider>
  );
}
