import { later } from '../../ui/later';
import type { PartyPickerProps } from './party-picker';

// A list that is searched by typing is a twentieth of the page's code; the picture is there before it.
const picker = later(() => import('./party-picker'));

/** The picker, with its room kept while it loads. */
export function PartyPicker(props: PartyPickerProps) {
  return (
    <div className="party-picker" data-hinted={props.party === null}>
      <picker.Part {...props} />
    </div>
  );
}
