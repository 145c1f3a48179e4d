/** Date fields with their styles and the French names of days and months, which come with the first of them. */
import '@mantine/dates/styles.css';
import 'dayjs/locale/fr';

export { DateInput, DatePickerInput } from '@mantine/dates';
