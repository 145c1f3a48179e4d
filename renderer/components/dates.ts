/** The picker of several days with its styles and the French names of days and months; one date has `date-field.tsx`. */
import '@mantine/dates/styles.css';
import 'dayjs/locale/fr';

export { DatePickerInput } from '@mantine/dates';
