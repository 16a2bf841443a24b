export interface StartedNeo4j {
  uri: string;
  user: string;
  password: string;
  stop(): Promise<void>;
}

export function startNeo4j(say: (line: string) => void): Promise<StartedNeo4j | { missing: string }>;
export function startEmptyNeo4j(say: (line: string) => void): Promise<StartedNeo4j | { missing: string }>;
export function whyNoEmptyNeo4j(): Promise<string | undefined>;
