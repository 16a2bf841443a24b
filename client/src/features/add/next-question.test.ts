import { describe, expect, test } from '@jest/globals';
import { contentOf } from '@downstream/graph-schema/map-content';
import { aChain } from '../../testing/a-chain';
import { nextQuestion } from './next-question';

const content = contentOf(aChain);
const nobody: ReadonlySet<string> = new Set();

describe('a map is walked backwards', () => {
  test('from an external customer, who is asked for first', () => {
    expect(nextQuestion({ ...content, parties: [], links: [] }, nobody)).toEqual({ about: 'customer' });
  });

  test('by who serves them, then by who serves those', () => {
    const asked: string[] = [];
    const settled = new Set<string>();
    for (;;) {
      const question = nextQuestion(content, settled);
      if (question.about !== 'providers') break;
      asked.push(question.party.id);
      settled.add(question.party.id);
    }
    expect(asked).toEqual(['passengers', 'turnaround', 'loaders']);
    expect(nextQuestion(content, settled)).toEqual({ about: 'nothing' });
  });

  test('again from its customer, where all that was said of them was taken back', () => {
    const parties = content.parties.filter(({ id }) => id === 'passengers');
    const question = nextQuestion({ ...content, parties, links: [] }, new Set(['passengers', 'loaders']));
    expect(question).toMatchObject({ about: 'providers', party: { id: 'passengers' }, has: 0 });
  });

  test('never past a supplier, who depends on no one here', () => {
    const parties = content.parties.map((party) =>
      party.id === 'loaders' ? { ...party, kind: 'supplier' as const } : party,
    );
    const question = nextQuestion({ ...content, parties }, new Set(['passengers', 'turnaround']));
    expect(question).toEqual({ about: 'nothing' });
  });
});
