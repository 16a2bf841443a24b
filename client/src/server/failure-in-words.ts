import { DownstreamError, inWords } from '@downstream/graph-schema/problem';
import { errors } from '@downstream/graph-schema/error-code';
import i18next from 'i18next';
import { Unreachable } from './call';

/** A failure as a person reads it: what happened and what to do, then every detail. */
export function failureInWords(failure: unknown): { sentence: string; details: string[] } {
  if (failure instanceof DownstreamError) {
    return { sentence: errors[failure.code].sentence, details: failure.details.map(inWords) };
  }
  if (failure instanceof Unreachable) return { sentence: i18next.t('failure.unreachable'), details: [] };
  return { sentence: i18next.t('failure.unexpected'), details: [] };
}
