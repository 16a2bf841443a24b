import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { paintedSvg } from './painted-svg';
import { svgContext } from './svg-context';

// jsdom has no canvas; text is then measured by its length.
beforeAll(() => {
  HTMLCanvasElement.prototype.getContext = () => null;
});

const family = 'Inter, sans-serif';
const painted = (paint: (context: CanvasRenderingContext2D) => void): string => {
  const { context, written } = svgContext(null);
  paint(context);
  return written(family).trim();
};
const document = (text: string): Document => {
  const svg = paintedSvg({
    width: 100,
    height: 50,
    title: text,
    description: text,
    family,
    paint: (context) => {
      context.font = `650 14px ${family}`;
      context.fillText(text, 10, 20);
    },
  });
  return new DOMParser().parseFromString(svg, 'image/svg+xml');
};

describe('a card', () => {
  test('that is filled and outlined is one element', () => {
    expect(
      painted((context) => {
        context.beginPath();
        context.roundRect(10, 20, 100, 40, 8);
        context.fillStyle = '#ffffff';
        context.fill();
        context.strokeStyle = '#d9dde2';
        context.lineWidth = 2;
        context.stroke();
      }),
    ).toBe(
      '<path d="M18 20L102 20A8 8 0 0 1 110 28L110 52A8 8 0 0 1 102 60L18 60A8 8 0 0 1 10 52L10 28A8 8 0 0 1 18 20Z"' +
        ' fill="#ffffff" stroke="#d9dde2" stroke-width="2"/>',
    );
  });

  test('never has corners rounder than half of it', () => {
    const d = painted((context) => {
      context.beginPath();
      context.roundRect(0, 0, 20, 10, 50);
      context.fill();
    });
    expect(d).toContain('A5 5 0 0 1');
  });

  test('half gone has an outline as faint as itself, and a second outline is an element of its own', () => {
    const elements = painted((context) => {
      context.globalAlpha = 0.5;
      context.beginPath();
      context.rect(0, 0, 10, 10);
      context.fill();
      context.stroke();
      context.stroke();
    }).split('\n');
    expect(elements).toHaveLength(2);
    for (const element of elements) expect(element).toContain('opacity="0.5"');
  });
});

describe('lines', () => {
  test('keep their dashes, and lose them again', () => {
    const [dashed, whole] = painted((context) => {
      for (const dash of [[4, 5], []]) {
        context.beginPath();
        context.moveTo(0, 0);
        context.bezierCurveTo(10, 0, 20, 10, 30, 10.005);
        context.setLineDash(dash);
        context.stroke();
      }
    }).split('\n');
    expect(dashed).toBe(
      '<path d="M0 0C10 0 20 10 30 10.01" fill="none" stroke="#000000" stroke-dasharray="4 5"/>',
    );
    expect(whole).not.toContain('dash');
  });

  test('that go around are two halves, for an arc of SVG cannot be a whole turn', () => {
    const circle = painted((context) => {
      context.beginPath();
      context.arc(10, 10, 5, 0, 2 * Math.PI);
      context.fill();
    });
    expect(circle).toContain('d="M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10"');
  });

  test('nobody traced paint nothing', () => {
    expect(
      painted((context) => {
        context.beginPath();
        context.fill();
        context.stroke();
      }),
    ).toBe('');
  });
});

test('what is moved and scaled stands in a group, what comes after it does not', () => {
  const [opening, inside, closing, after] = painted((context) => {
    context.save();
    context.translate(10, 20);
    context.scale(2, 2);
    context.fillRect(0, 0, 1, 1);
    context.fillStyle = '#ff0000';
    context.restore();
    context.fillRect(0, 0, 1, 1);
  }).split('\n');
  expect(opening).toBe('<g transform="translate(10 20) scale(2)">');
  expect(inside).toContain('fill="#000000"');
  expect(closing).toBe('</g>');
  expect(after).toContain('fill="#000000"');
});

describe('text', () => {
  test('stays text, with its weight, its size and its anchor', () => {
    const text = painted((context) => {
      context.font = `700 12px ${family}`;
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillStyle = '#1c2430';
      context.fillText('+20 min', 50, 10);
    });
    expect(text).toBe(
      '<text x="50" y="14.32" text-anchor="middle" font-size="12" font-weight="700" fill="#1c2430">+20 min</text>',
    );
  });

  test('is text whatever it says: every name comes back as it was, and none becomes an element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        const read = document(`</text><script>alert(1)</script>&lt;${name}]]>"'`);
        expect(read.querySelector('parsererror')).toBeNull();
        expect([...read.querySelectorAll('*')].map(({ nodeName }) => nodeName)).toEqual([
          'svg',
          'title',
          'desc',
          'text',
        ]);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        expect(document(name).querySelector('text')?.textContent).toBe(name);
      }),
    );
  });

  test('leaves out what XML cannot hold', () => {
    expect(document('a\u0000b\u000Bc\uD800d').querySelector('title')?.textContent).toBe('a�b�c�d');
  });
});
