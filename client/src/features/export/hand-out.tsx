import { useCallback, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import './hand-out.css';
import '../../text/en-export';

/** One party on the hand-out, every field in the reader's words. */
export interface HandOutRow {
  party: string;
  name: string;
  isCustomer: boolean;
  when: string;
  size: string;
  why: string;
}

export interface HandOutProps {
  name: string;
  mission: string | undefined;
  /** Absent on a calm map: the page is then the picture alone. */
  ripple:
    | {
        verdict: string;
        asked: string;
        /** External customers first. */
        feels: readonly HandOutRow[];
        stopped: readonly HandOutRow[];
        rests: string;
      }
    | undefined;
  /** An SVG document; undefined for an empty map. */
  picture: string | undefined;
  legend: ReactNode;
  source: string;
}

/** So many rows at first; the page is then measured, and rows go until it fits. */
const [mostFeels, mostStopped] = [16, 5];
const [fewestFeels, fewestStopped] = [3, 1];

/** One printed page about a ripple. Lies beside the page that the reader sees, and is all that is printed. */
export function HandOut({ name, mission, ripple, picture, legend, source }: HandOutProps) {
  const { t } = useTranslation();
  const [most, setMost] = useState({ feels: mostFeels, stopped: mostStopped });

  // Called anew for every number of rows, until they fit.
  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (!element || element.scrollHeight <= element.clientHeight) return;
      if (most.feels > fewestFeels || most.stopped > fewestStopped) {
        const [feels, stopped] = [most.feels - 1, most.stopped - 1];
        setMost({ feels: Math.max(fewestFeels, feels), stopped: Math.max(fewestStopped, stopped) });
      }
    },
    [most],
  );
  useLayoutEffect(() => {
    document.body.classList.add('hands-out');
    return () => document.body.classList.remove('hands-out');
  }, []);

  return createPortal(
    <article
      ref={measure}
      className="hand-out"
      data-mantine-color-scheme="light"
      aria-label={t('export.paper.label', { map: name })}
    >
      <header>
        <p className="hand-out-map">
          <bdi>{name}</bdi>
          {mission !== undefined && <span> {mission}</span>}
        </p>
        {ripple && (
          <>
            <h1>{ripple.verdict}</h1>
            <p>{ripple.asked}</p>
          </>
        )}
      </header>
      <Drawing svg={picture} />
      <div className="hand-out-key">{legend}</div>
      {ripple && (
        <>
          <section>
            <h2>{t('export.paper.feels')}</h2>
            {ripple.feels.length === 0 ? (
              <p>{t('export.paper.nobody')}</p>
            ) : (
              <Rows rows={ripple.feels} most={most.feels} />
            )}
          </section>
          {ripple.stopped.length > 0 && (
            <section>
              <h2>{t('export.paper.stopped')}</h2>
              <ul>
                {ripple.stopped.slice(0, most.stopped).map((row) => (
                  <li key={row.party}>
                    <b>
                      <bdi>{row.name}</bdi>
                    </b>{' '}
                    {row.size} <span className="hand-out-why">{row.why}</span>
                  </li>
                ))}
              </ul>
              <More count={ripple.stopped.length - most.stopped} />
            </section>
          )}
          <section>
            <h2>{t('export.paper.rests')}</h2>
            <p>{ripple.rests}</p>
          </section>
        </>
      )}
      <footer>{source}</footer>
    </article>,
    document.body,
  );
}

function Rows({ rows, most }: { rows: readonly HandOutRow[]; most: number }) {
  const { t } = useTranslation();
  const hasMoments = rows.some(({ when }) => when !== '');
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('export.paper.who')}</th>
            {hasMoments && <th scope="col">{t('export.paper.when')}</th>}
            <th scope="col">{t('export.paper.much')}</th>
            <th scope="col">{t('export.paper.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(({ party, name, isCustomer, when, size, why }) => (
            <tr key={party} data-customer={isCustomer}>
              <th scope="row">
                {isCustomer && <Person label={t('export.paper.customer')} />}
                <bdi>{name}</bdi>
              </th>
              {hasMoments && <td>{when}</td>}
              <td>{size}</td>
              <td className="hand-out-why">{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More count={rows.length - most} />
    </>
  );
}

const Person = ({ label }: { label: string }) => (
  <svg className="hand-out-person" viewBox="0 0 12 14" role="img" aria-label={label}>
    <circle cx="6" cy="4" r="3.2" fill="currentColor" />
    <path d="M0.5 13a5.5 5 0 0 1 11 0z" fill="currentColor" />
  </svg>
);

function More({ count }: { count: number }) {
  const { t } = useTranslation();
  return count > 0 ? <p>{t('export.paper.more', { count })}</p> : null;
}

/** The picture as part of the page, so that it is printed at once and stays sharp. */
function Drawing({ svg }: { svg: string | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (svg === undefined) return;
    // Read as XML, which runs nothing and refuses what is not well formed.
    const { documentElement: drawing } = new DOMParser().parseFromString(svg, 'image/svg+xml');
    drawing.removeAttribute('width');
    drawing.removeAttribute('height');
    place.current?.replaceChildren(document.importNode(drawing, true));
  }, [svg]);
  return <div ref={place} className="hand-out-picture" />;
}
