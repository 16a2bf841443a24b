/**
 * Every sentence in which a ripple is told, in English, in i18next's syntax: values in braces, plurals by suffix.
 * Sentences are whole, so that a translation may order them its own way, and formed so that names in the singular
 * and in the plural both fit. A translation is a second object of this shape.
 */
export const messages = {
  duration: {
    minutes_one: '{{count, number}} minute',
    minutes_other: '{{count, number}} minutes',
    hours_one: '{{count, number}} hour',
    hours_other: '{{count, number}} hours',
    days_one: '{{count, number}} day',
    days_other: '{{count, number}} days',
    weeks_one: '{{count, number}} week',
    weeks_other: '{{count, number}} weeks',
    shortMinutes: '{{count, number}} min',
    shortHours: '{{count, number}} h',
    shortDays: '{{count, number}} d',
    shortWeeks: '{{count, number}} wk',
    two: '{{first}} {{second}}',
    three: '{{first}} {{second}} {{third}}',
    four: '{{first}} {{second}} {{third}} {{fourth}}',
  },
  chance: {
    percent: '{{percent, number}}\u00a0%',
    under: 'under 0.1\u00a0%',
    over: 'over 99.9\u00a0%',
  },
  input: {
    named: '{{output}} from {{provider}}',
    unnamed: 'Work from {{provider}}',
  },
  alternative: {
    named: '{{provider}} ({{output}})',
    unnamed: '{{provider}}',
  },
  asked: {
    delay: '{{party}}: {{late}} late.',
    defect: '{{party}}: a defect in the output.',
  },
  late: {
    origin: '{{party}}: {{late}} late. This is where it begins.',
    plain: '{{party}}: {{late}} late. {{input}} came {{came}} late, and nothing absorbed it.',
    slack: '{{party}}: {{late}} late. {{input}} came {{came}} late; slack absorbed {{slack}}.',
    buffer: '{{party}}: {{late}} late. {{input}} came {{came}} late; {{party}} made up {{buffer}}.',
    slackBuffer:
      '{{party}}: {{late}} late. {{input}} came {{came}} late; slack absorbed {{slack}}, and {{party}} made up {{buffer}}.',
    alternative:
      '{{party}}: {{late}} late. {{input}} came {{came}} late; switching to {{alternative}} saved {{saved}}.',
    slackAlternative:
      '{{party}}: {{late}} late. {{input}} came {{came}} late; slack absorbed {{slack}}, and switching to {{alternative}} saved {{saved}}.',
    alternativeBuffer:
      '{{party}}: {{late}} late. {{input}} came {{came}} late; switching to {{alternative}} saved {{saved}}, and {{party}} made up {{buffer}}.',
    slackAlternativeBuffer:
      '{{party}}: {{late}} late. {{input}} came {{came}} late; slack absorbed {{slack}}, switching to {{alternative}} saved {{saved}}, and {{party}} made up {{buffer}}.',
    besides_one: 'One other late input made it no later.',
    besides_other: '{{count, number}} other late inputs made it no later.',
    insteadOf: 'This was the substitute: {{input}} would have held things up longer, at {{came}} late.',
  },
  spared: {
    slack: '{{party}}: spared. {{input}} came {{came}} late; slack absorbed all of it.',
    alternative: '{{party}}: spared, with {{alternative}} to switch to. {{input}} came {{came}} late.',
    slackAlternative:
      '{{party}}: spared, with {{alternative}} to switch to. {{input}} came {{came}} late; slack absorbed {{slack}}, and the switch saved the rest.',
    buffer: '{{party}}: spared. {{input}} came {{came}} late; {{party}} made up all of it.',
    slackBuffer:
      '{{party}}: spared. {{input}} came {{came}} late; slack absorbed {{slack}}, and {{party}} made up the other {{buffer}}.',
    alternativeBuffer:
      '{{party}}: spared. {{input}} came {{came}} late; switching to {{alternative}} saved {{saved}}, and {{party}} made up the other {{buffer}}.',
    slackAlternativeBuffer:
      '{{party}}: spared. {{input}} came {{came}} late; slack absorbed {{slack}}, switching to {{alternative}} saved {{saved}}, and {{party}} made up the other {{buffer}}.',
  },
  inconvenienced: {
    plain:
      '{{party}}: not late, but without help. {{input}} came {{came}} late; the work goes on without it.',
    slack:
      '{{party}}: not late, but without help. {{input}} came {{came}} late, {{slack}} of it absorbed by slack; the work goes on without it.',
  },
  defect: {
    origin: '{{party}}: the defect begins here.',
    sure: '{{party}}: hit for certain.',
    exact: '{{party}}: hit with a chance of {{chance}}.',
    estimated: '{{party}}: hit with a chance of {{chance}}, standard error {{error}}.',
    way: 'One way it gets there: {{way}}.',
    caught: 'Checks there catch {{rate}} of the defects that come in.',
  },
  verdict: {
    lateFelt: '{{party}} may {{feltAs}}: {{late}} late.',
    late: '{{party}}: {{late}} late.',
    spared: 'It stops just before {{party}}.',
    inconvenienced: '{{party}}: on time, but without some help.',
    onTime: 'Nothing of it reaches {{party}}.',
    sureFelt: '{{party}} will {{feltAs}}, for certain.',
    sure: '{{party}}: hit for certain.',
    hitFelt: '{{party}} may {{feltAs}}: a chance of {{chance}}.',
    hit: '{{party}}: hit with a chance of {{chance}}.',
    notHit: 'The defect does not reach {{party}}.',
    nobody: 'No external customer feels it.',
  },
  summary: {
    contained: 'Nobody else is late.',
    spread_one: '{{declared}} of delay became {{total}} at {{count, number}} party.',
    spread_other: '{{declared}} of delay became {{total}} across {{count, number}} parties.',
    delayHarm: 'Harm under this ripple: {{harm, number}} weighted minutes of external customers.',
    reaches_one: 'The defect may reach {{count, number}} other party.',
    reaches_other: 'The defect may reach {{count, number}} other parties.',
    staysPut: 'The defect reaches nobody else.',
    defectHarm: 'Harm under this ripple: {{loss, number}} weighted external customers, on average.',
    exact: 'These chances are exact.',
    estimated_one: 'These chances are estimated from {{count, number}} random trial.',
    estimated_other: 'These chances are estimated from {{count, number}} random trials.',
  },
  finding: {
    ALL_ASSUMED: 'Every number under this is assumed: nobody has stated one yet.',
    ALL_WEIGHTS_ZERO: 'Every external customer has weight 0, so there is no harm to add up.',
    NO_CUSTOMER_HIT: 'No external customer feels this.',
    LOOP_WITHOUT_SLACK: 'A loop in which nothing absorbs: {{parties}}. Lateness goes round it whole.',
    STATEMENTS_DIFFER_one:
      'On {{count, number}} link under this the two sides state different numbers: {{links}}.',
    STATEMENTS_DIFFER_other:
      'On {{count, number}} links under this the two sides state different numbers: {{links}}.',
  },
  provenance: {
    none: 'Rests on no numbers: nothing goes further than where it begins.',
    counts_one:
      'Rests on {{count, number}} number: {{agreed, number}} agreed, {{declared, number}} declared by one side, {{assumed, number}} assumed.',
    counts_other:
      'Rests on {{count, number}} numbers: {{agreed, number}} agreed, {{declared, number}} declared by one side, {{assumed, number}} assumed.',
  },
  limits:
    'This leaves out queues and shared capacity and looks at these disruptions alone, so a real day can be worse. Its numbers are what people stated, not what was measured.',
} as const;
