import { createRequire } from 'node:module';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Page } from 'playwright-core';
import { newPage, type Ground } from './picture-page.js';

/** The plain approach: the map as Cytoscape's own documentation would draw it, and `window.cy` to work it by. */
export async function plainPage(ground: Ground, { parties, links }: MapContent): Promise<Page> {
  const page = await newPage(ground);
  await page.setContent(
    `<div id="map" style="position:absolute;inset:0 410px 60px 0"></div>
     <div style="position:absolute;inset:0 0 0 auto;width:400px"><h2></h2><input type="range" max="900" style="width:380px"></div>`,
  );
  await page.addScriptTag({
    path: createRequire(import.meta.url).resolve('cytoscape/dist/cytoscape.min.js'),
  });
  const columns = Math.ceil(Math.sqrt(parties.length));
  const elements = [
    ...parties.map(({ id, name }, index) => ({
      data: { id, name },
      position: { x: (index % columns) * 180, y: Math.floor(index / columns) * 90 },
    })),
    ...links.map(({ id, provider, customer }) => ({ data: { id, source: provider, target: customer } })),
  ];
  await page.evaluate(`(${plainMap})(${JSON.stringify(elements)})`);
  return page;
}

/** Runs in the page: the map as Cytoscape's own documentation would draw it. */
const plainMap = `(elements) => {
  window.cy = cytoscape({
    container: document.getElementById('map'),
    elements,
    layout: { name: 'preset', fit: true },
    pixelRatio: 1,
    textureOnViewport: true,
    style: [
      { selector: 'node', style: { shape: 'round-rectangle', width: 138, height: 60, label: 'data(name)', 'text-valign': 'center', 'background-color': '#fff', 'border-width': 1 } },
      { selector: 'edge', style: { 'curve-style': 'bezier', 'target-arrow-shape': 'triangle', width: 1.5 } },
      { selector: '.hit', style: { 'background-color': '#c8322b', 'line-color': '#c8322b' } },
    ],
  });
}`;
