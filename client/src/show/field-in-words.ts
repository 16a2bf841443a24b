import i18next from 'i18next';
import { en } from '../text/en';

type Field = keyof typeof en.conflict.fields;

/** What people call a field of an item. */
export const fieldInWords = (field: string): string =>
  field in en.conflict.fields ? i18next.t(`conflict.fields.${field as Field}`) : field;
