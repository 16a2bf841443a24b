import { wholeMapMessages } from '@downstream/ripple/whole-map-messages';
import { addSentences, addText } from './late-text';

/** The words of features/leader: where a map breaks, and what would help. */
export const leaderText = {
  title: 'Where do we break?',
  pageTitle: 'Where do we break? {{name}} · Downstream',
  toMap: 'Back to the map',
  map: 'Map',
  skip: 'Skip to the lists',
  printed: 'Printed on {{day}}.',
  print: 'Print',
  csv: 'CSV',
  csvOf: 'CSV: this list as a spreadsheet',
  lists: 'Which list',
  list: {
    'weak-links': 'Weak links',
    advice: 'What helps',
    customers: 'Customers',
    teams: 'Teams',
    findings: 'Findings',
  },
  filter: {
    name: 'What the lists are of',
    kind: 'What goes wrong',
    delay: 'Delay',
    defect: 'Defect',
    late: 'Each in turn late by',
    customer: 'External customer',
    allCustomers: 'All of them',
    group: 'Department or site',
    allGroups: 'All of them',
    tooShort: 'write at least {{least}}',
  },
  over: {
    whole: 'Over the whole map',
    delay: 'each team and supplier in turn {{late}} late',
    defect: 'a defect at each team and supplier in turn',
    anyDelay: 'any delay of one team or supplier alone',
    structure: 'whatever goes wrong',
    customer: 'harm to {{name}} alone',
    customerOnly: 'for {{name}} alone',
    group: 'only {{name}}',
    exact: 'exact',
    estimated: 'estimated from {{worlds, number}} random trials (Monte Carlo, seed {{seed}})',
    revision: 'revision {{revision}}',
    unsaved_one: 'revision {{revision}} and {{count, number}} edit on its way',
    unsaved_other: 'revision {{revision}} and {{count, number}} edits on their way',
  },
  working: 'Working it out …',
  workingOn: 'Working it out: {{percent}} %',
  remaining: 'about {{seconds}} s more',
  remainingMinutes_one: 'about {{count, number}} minute more',
  remainingMinutes_other: 'about {{count, number}} minutes more',
  large:
    'This map is large, and everyone on it is tried in turn. The rest of the page can be used meanwhile.',
  outdated: 'The map has changed since revision {{revision}}; this is being worked out again.',
  outdatedQuestion: 'This still answers what was asked before.',
  cancel: 'Cancel',
  cancelled: 'Cancelled. Nothing was worked out.',
  cancelledKept: 'Cancelled. What stands here is the last answer there was.',
  again: 'Work it out',
  failed: 'This could not be worked out',
  more: 'Show more',
  headline: {
    weak: 'Fix one link and harm falls by {{share}}: “{{output}}” from {{provider}} to {{customer}}.',
    weak_inGroup:
      'Fix one link of {{group}} and harm falls by {{share}}: “{{output}}” from {{provider}} to {{customer}}.',
    weakUnnamed: 'Fix one link and harm falls by {{share}}: from {{provider}} to {{customer}}.',
    weakUnnamed_inGroup:
      'Fix one link of {{group}} and harm falls by {{share}}: from {{provider}} to {{customer}}.',
    advice_one: 'One change takes {{share}} off the harm.',
    advice_other: '{{count, number}} changes take {{share}} off the harm.',
    advice_inGroup_one: 'One change in {{group}} takes {{share}} off the harm.',
    advice_inGroup_other: '{{count, number}} changes in {{group}} take {{share}} off the harm.',
    customersAtOnce_one: 'Any delay of {{count, number}} team or supplier reaches an external customer.',
    customersAtOnce_other: 'Any delay of {{count, number}} teams and suppliers reaches an external customer.',
    customersAtOnce_inGroup_one:
      'Any delay of {{count, number}} team or supplier of {{group}} reaches an external customer.',
    customersAtOnce_inGroup_other:
      'Any delay of {{count, number}} teams and suppliers of {{group}} reaches an external customer.',
    customersAtOnceSome_one:
      'Any delay of {{count, number}} team or supplier reaches one of these external customers.',
    customersAtOnceSome_other:
      'Any delay of {{count, number}} teams and suppliers reaches one of these external customers.',
    customersAtOnceSome_inGroup_one:
      'Any delay of {{count, number}} team or supplier of {{group}} reaches one of these external customers.',
    customersAtOnceSome_inGroup_other:
      'Any delay of {{count, number}} teams and suppliers of {{group}} reaches one of these external customers.',
    customersFirst: '{{party}}: more than {{minutes}} late, and it reaches {{customer}}.',
    customersFirst_inGroup:
      'In {{group}}, {{party}}: more than {{minutes}} late, and it reaches {{customer}}.',
    customersNever: 'No delay of one team or supplier alone reaches an external customer.',
    customersNever_inGroup:
      'No delay of one team or supplier of {{group}} alone reaches an external customer.',
    customersNeverSome: 'No delay of one team or supplier alone reaches any of these external customers.',
    customersNeverSome_inGroup:
      'No delay of one team or supplier of {{group}} alone reaches any of these external customers.',
    teams: 'The largest part of harm begins at {{party}}: {{share}} of it.',
    teams_inGroup: 'The largest part of harm from {{group}} begins at {{party}}: {{share}} of all harm.',
    teamsAlike:
      'The largest parts of harm begin at {{count, number}} teams and suppliers alike: {{share}} of it each.',
    teamsAlike_inGroup:
      'The largest parts of harm from {{group}} begin at {{count, number}} teams and suppliers alike: {{share}} of all harm each.',
    findings_one: '{{count, number}} thing is worth a second look.',
    findings_other: '{{count, number}} things are worth a second look.',
    findings_inGroup_one: '{{count, number}} thing in {{group}} is worth a second look.',
    findings_inGroup_other: '{{count, number}} things in {{group}} are worth a second look.',
    noFindings: 'Nothing here needs a second look.',
    noFindings_inGroup: 'Nothing in {{group}} needs a second look.',
    noHarm: 'Nothing breaks here.',
    noHarm_inGroup: 'Nothing breaks in {{group}}.',
    noWeakLink: 'There is no link here whose fix alone takes anything off the harm.',
    noWeakLink_inGroup: 'There is no link of {{group}} whose fix alone takes anything off the harm.',
    noAdvice: 'No change of this kind and size helps.',
    noAdvice_inGroup: 'No change of this kind and size in {{group}} helps.',
  },
  weak: {
    caption: 'Links by the harm they carry to external customers',
    health: 'Health: not rated',
    healthHint: 'Nobody has rated this link yet, so the list ranks by harm alone.',
    carried: 'Carries {{harm}}',
    none: 'No link carries harm to external customers.',
    noneInGroup: 'No link of {{group}} carries harm to external customers.',
  },
  units: {
    delay_one: '{{amount}} weighted minute',
    delay_other: '{{amount}} weighted minutes',
    delayAlone_one: '{{amount}} minute',
    delayAlone_other: '{{amount}} minutes',
    defect_one: '{{amount}} weighted customer hit, on average',
    defect_other: '{{amount}} weighted customers hit, on average',
    defectAlone_one: '{{amount}} hit, on average',
    defectAlone_other: '{{amount}} hits, on average',
    error: '{{amount}}, standard error at most {{error}}',
  },
  relief: {
    title: 'What falls, and for whom, in {{unit}}',
    unit: {
      delay: 'weighted minutes',
      delayAlone: 'minutes',
      defect: 'weighted customers hit, on average',
      defectAlone: 'hits, on average',
    },
    more_one: 'and {{count, number}} more',
    more_other: 'and {{count, number}} more',
    none: 'Nothing by itself.',
  },
  play: 'Play it on the map',
  details: 'See it on the map',
  advice: {
    caption: 'The best changes, in the order in which to make them',
    ask: 'Which changes may be advised',
    changes: 'How many changes',
    kind: {
      slack: 'More slack on a link',
      buffer: 'A buffer at a team',
      check: 'A check at a team',
      alternative: 'A stand-in for a link',
    },
    size: {
      slack: 'Minutes more',
      buffer: 'Minutes made up',
      check: 'Share caught, %',
      alternative: 'Switched to within',
    },
    percentProblem: 'write a percentage from 1 to 100',
    onlyChecks: 'Only a check keeps a defect from going on: slack, buffers and stand-ins work on time.',
    onlyTime: 'A check works on defects; choose “Defect” above to have some advised.',
    after: 'Harm left: {{harm}} ({{share}})',
    none: 'No change of these kinds and sizes takes anything off the harm.',
  },
  customers: {
    upstream: 'Least tolerant upstream',
    gateways: 'Gateways: best places for a check or a buffer',
    atOnce: 'any delay',
    whyAtOnce: 'However short, it reaches {{name}}.',
    why: 'A longer delay than {{minutes}} reaches {{name}}.',
    whyGateway_one: '{{count, number}} other party reaches {{name}} only through here.',
    whyGateway_other: '{{count, number}} other parties reach {{name}} only through here.',
    over: '> {{minutes}}',
    never_one: '{{count, number}} other team or supplier is never felt here, however late.',
    never_other: '{{count, number}} other teams and suppliers are never felt here, however late.',
    noneFelt: 'No delay of one team or supplier alone reaches {{name}}.',
    noneFelt_inGroup: 'No delay of one team or supplier of {{group}} alone reaches {{name}}.',
    noGateways: 'Nobody has to pass through one team alone.',
    behind: '{{number}} behind',
    light: 'Light all of them',
    others_one: '{{count, number}} more external customer: choose one above to see theirs.',
    others_other: '{{count, number}} more external customers: choose one above to see theirs.',
    moreFelt_one: 'and {{count, number}} more who may be as late or later',
    moreFelt_other: 'and {{count, number}} more who may be as late or later',
    moreGateways_one: 'and {{count, number}} smaller one',
    moreGateways_other: 'and {{count, number}} smaller ones',
  },
  teams: {
    caption: 'Teams and suppliers by what their trouble costs external customers',
    costs: 'Costs {{harm}}',
    harmless_one: '{{count, number}} team or supplier hurts no external customer by itself.',
    harmless_other: '{{count, number}} teams and suppliers hurt no external customer by themselves.',
    none: 'No team or supplier hurts an external customer by itself.',
  },
  findings: {
    title: {
      NO_EXTERNAL_CUSTOMER: 'Nobody outside',
      ALL_WEIGHTS_ZERO: 'Nobody counts',
      CUSTOMER_UNSERVED: 'Customers whom nobody serves',
      REACHES_NO_CUSTOMER: 'Who serves nobody outside',
      ISOLATED: 'Who is linked to nobody',
      LOOP_WITHOUT_SLACK: 'A loop without slack',
      STATEMENTS_DIFFER: 'Where the two sides say different things',
    },
    what: {
      NO_EXTERNAL_CUSTOMER:
        'Add those who pay for the work, or for whom it is done. Until then nothing here can be said to cost anybody anything.',
      ALL_WEIGHTS_ZERO:
        'Give at least one external customer a weight above 0. Until then there is no harm to share out, and no percentages are shown.',
      CUSTOMER_UNSERVED: 'Who provides for them? Add the link, or take them off the map.',
      REACHES_NO_CUSTOMER: 'Whose work do they feed? A missing link sounds like “that’s not my job”.',
      ISOLATED: 'Ask them who depends on them, and on whom they depend.',
      LOOP_WITHOUT_SLACK:
        'Lateness goes round it whole. A little slack on any link of it, or a buffer at any team in it, stops that.',
      STATEMENTS_DIFFER: 'Let the two sides talk. Until they agree, the customer’s word counts.',
    },
    sides: 'the customer can wait {{expected}}, the provider says {{committed}}',
    sidesDefect: 'the customer expects {{expected}} of defects to pass, the provider says {{committed}}',
    none: 'No loop without slack, nobody unserved, no two sides that differ.',
  },
  noCustomer: {
    title: 'There is no external customer on this map',
    sentence:
      'Where a map breaks is judged by what it costs those outside. Add an external customer, link to it whoever serves it, and come back.',
  },
  noWeights: {
    title: 'Every external customer has weight 0',
    sentence:
      'So there is no harm to add up and no percentages are shown. Give at least one of them a weight above 0, or choose one external customer above.',
  },
  empty: {
    title: 'There is nothing on this map yet',
    sentence: 'Add an external customer and those who serve it, and come back.',
  },
  how: {
    title: 'How this is computed',
    harmDelay:
      'Each team and supplier in turn is {{late}} late, alone. How late each external customer then is, times its weight, is added up: that is the harm over the whole map, H = Σᵤ Σₓ ωₓ · δₓ(u). It is not the harm under one ripple.',
    harmDefect:
      'Each team and supplier in turn has a defect, alone. The chance that each external customer is hit, times its weight, is added up: that is the harm over the whole map, H = Σᵤ Σₓ ωₓ · Pₓ(u). It is not the harm under one ripple, and never added to minutes.',
    weakDelay:
      'A link’s harm is what H falls by if its output is never late; its share is that over H. Shares overlap, since one delay passes many links, so they do not add up to 100 %.',
    weakDefect:
      'A link’s harm is what H falls by if it passes no defect; its share is that over H. Shares overlap, so they do not add up to 100 %.',
    estimated:
      'Where chances would take too long to find exactly, they come from random trials, the same trials with and without a change. The standard error is given as a bound.',
    advice:
      'Each change is tried on the whole map, and the one after which H is smallest comes first; then the next with that one made.',
    tolerance:
      'A party’s tolerance towards a customer is the longest delay of that party alone which the customer does not feel: the least slack and buffer along any chain, substitutes included. It does not depend on the disruption chosen above.',
    gateways:
      'A gateway is a party that every chain of blocking links from somebody else passes on its way to the customer (a dominator). It does not depend on the disruption chosen above.',
    teams:
      'A party’s exposure is the harm to external customers when it alone has the disruption; all of them together are H.',
    findings:
      'Read off the links and what is stated on them. Nothing here depends on the disruption chosen above.',
  },
} as const;

addText({ leader: leaderText });
addSentences(wholeMapMessages);
