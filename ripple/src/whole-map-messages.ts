/**
 * The sentences in which numbers about a whole map are told; apart from those of one ripple, so that a page that plays
 * one need not load these. The same rules hold as for `messages`.
 */
export const wholeMapMessages = {
  wholeMap: {
    delay_one:
      'Harm over the whole map: {{count, number}} weighted minute, each team and supplier in turn {{late}} late.',
    delay_other:
      'Harm over the whole map: {{count, number}} weighted minutes, each team and supplier in turn {{late}} late.',
    defect_one:
      'Harm over the whole map: {{count, number}} weighted external customer, a defect at each team and supplier in turn.',
    defect_other:
      'Harm over the whole map: {{count, number}} weighted external customers, a defect at each team and supplier in turn.',
    noneByDelay:
      'A delay of {{late}} from one team or supplier alone reaches no external customer that counts.',
    noneByDelayForOne: 'A delay of {{late}} from one team or supplier alone does not reach {{party}}.',
    noneByDefect: 'A defect from one team or supplier alone reaches no external customer that counts.',
    noneByDefectForOne: 'A defect from one team or supplier alone does not reach {{party}}.',
    link: '{{input}}, for {{customer}}',
    falls: 'Harm over the whole map falls by {{share}}, most of it for {{party}}.',
    fix: 'Fix this link and harm over the whole map falls by {{share}}, most of it for {{party}}.',
    fallsForMany: 'Harm over the whole map falls by {{share}}, the largest part of it for {{party}}.',
    fixForMany:
      'Fix this link and harm over the whole map falls by {{share}}, the largest part of it for {{party}}.',
    fallsAlike: 'Harm over the whole map falls by {{share}}, for nobody more than for {{party}}.',
    fixAlike:
      'Fix this link and harm over the whole map falls by {{share}}, for nobody more than for {{party}}.',
    fixForOne: 'Fix this link and harm to {{party}} over the whole map falls by {{share}}.',
    fallsForOne: 'Harm to {{party}} over the whole map falls by {{share}}.',
    told: '{{what}}. {{why}}',
  },
  weakLink: {
    delay_one: 'The delay of {{count, number}} party reaches external customers through it. {{falls}}',
    delay_other: 'The delays of {{count, number}} parties reach external customers through it. {{falls}}',
    defect_one: 'A defect of {{count, number}} party reaches external customers through it. {{falls}}',
    defect_other: 'Defects of {{count, number}} parties reach external customers through it. {{falls}}',
    nothing: 'External customers lose nothing here that they would have without it.',
    none: 'There is no link here whose fix alone takes anything off the harm.',
  },
  exposure: {
    delay_one: '{{count, number}} external customer feels it: {{party}}, by {{late}}.',
    delay_other: '{{count, number}} external customers feel it, {{party}} most, by {{late}}.',
    defect_one: '{{count, number}} external customer may be hit: {{party}}, with a chance of {{chance}}.',
    defect_other:
      '{{count, number}} external customers may be hit, {{party}} most likely, with a chance of {{chance}}.',
    nobody: 'No external customer feels it.',
  },
  advice: {
    slack: '{{link}}: {{size}} more slack',
    buffer: '{{party}}: able to make up {{size}} more',
    check: '{{party}}: a check that catches {{rate}} of the defects that come in',
    alternative: '{{link}}: a substitute that can be switched to within {{size}}',
    together: 'By itself this takes nothing off the harm; it does together with what follows.',
    none: 'No change of this kind and size takes anything off the harm.',
    exact_one: 'No other single change takes more off.',
    exact_other: 'No other {{count, number}} changes take more off.',
    greedy: 'Each of these is the best next change; another set together may do better still.',
    estimated: 'These chances are estimated from random trials, so close calls may fall either way.',
  },
  tolerance: {
    felt: '{{who}}: a delay of more than {{minutes}} reaches {{party}}.',
    atOnce: '{{who}}: any delay reaches {{party}}.',
    never: '{{who}}: no delay from there alone reaches {{party}}.',
  },
  gateway: {
    behind_one: '{{party}}: {{count, number}} other party reaches {{customer}} only through here.',
    behind_other: '{{party}}: {{count, number}} other parties reach {{customer}} only through here.',
  },
  mapFinding: {
    NO_EXTERNAL_CUSTOMER: 'There is no external customer: nobody on this map pays for the rest.',
    ALL_WEIGHTS_ZERO: 'Every external customer has weight 0, so there is no harm to add up.',
    CUSTOMER_UNSERVED: 'Nobody serves {{parties}}.',
    REACHES_NO_CUSTOMER: 'No external customer is served, directly or through others, by {{parties}}.',
    ISOLATED: 'No link touches {{parties}}.',
    LOOP_WITHOUT_SLACK: 'A loop in which nothing absorbs: {{parties}}. Lateness goes round it whole.',
    STATEMENTS_DIFFER_one: 'On {{count, number}} link the two sides state different numbers: {{links}}.',
    STATEMENTS_DIFFER_other: 'On {{count, number}} links the two sides state different numbers: {{links}}.',
  },
} as const;
