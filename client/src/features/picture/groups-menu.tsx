import { useTranslation } from 'react-i18next';
import type { Group } from './folded-map';

/** All groups of a map, to fold and unfold: one by one, or all at once. */
export function GroupsMenu({
  groups,
  folded,
  onFold,
}: {
  groups: readonly Group[];
  folded: ReadonlySet<string>;
  onFold: (folded: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation();
  const toggle = (name: string) => {
    const next = new Set(folded);
    if (!next.delete(name)) next.add(name);
    onFold(next);
  };
  return (
    <details className="picture-legend picture-groups">
      <summary>{t('groups.title')}</summary>
      <div className="picture-groups-all">
        <button
          type="button"
          className="quiet-control"
          disabled={folded.size === groups.length}
          onClick={() => onFold(new Set(groups.map(({ name }) => name)))}
        >
          {t('groups.foldAll')}
        </button>
        <button
          type="button"
          className="quiet-control"
          disabled={folded.size === 0}
          onClick={() => onFold(new Set())}
        >
          {t('groups.unfoldAll')}
        </button>
      </div>
      <ul>
        {groups.map(({ name, parties }) => (
          <li key={name}>
            <label>
              <input type="checkbox" checked={folded.has(name)} onChange={() => toggle(name)} />
              <span>
                {name} <small>{t('groups.parties', { count: parties.length })}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p>{t('groups.checked')}</p>
    </details>
  );
}
