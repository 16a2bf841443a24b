/** What each row is known by in the address: its list, and what it is about. */
export const weakRow = (link: string): string => `link ${link}`;
export const adviceRow = (place: number): string => `change ${place + 1}`;
export const teamRow = (party: string): string => `team ${party}`;
export const upstreamRow = (customer: string): string => `upstream ${customer}`;
export const toleranceRow = (customer: string, party: string): string => `tolerance ${customer} ${party}`;
export const gatewayRow = (customer: string, party: string): string => `gateway ${customer} ${party}`;
export const findingRow = (place: number): string => `finding ${place + 1}`;
export const findingItemRow = (place: number, id: string): string => `finding ${place + 1} ${id}`;
