/** The one look: ink on paper, evergreen for what can be done, saffron for recognition only. */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const evergreen: MantineColorsTuple = ['#EAF5F0', '#D3E8DE', '#A6D1BF', '#77BA9F', '#4FA584', '#349471', '#1F7A5A', '#17664B', '#11543D', '#0A3F2D'];
const saffron: MantineColorsTuple = ['#FFF6E2', '#FDEBC6', '#F9D68F', '#F4C054', '#EFAD29', '#E9A010', '#C98505', '#9C6600', '#7A4F00', '#573800'];
const ink: MantineColorsTuple = ['#F3F6F5', '#E2E8E6', '#C5D0CC', '#A2B2AD', '#7E928C', '#61766F', '#4A5E58', '#364843', '#22332F', '#12211E'];
const dark: MantineColorsTuple = ['#E4EBE8', '#B9C8C3', '#93A7A1', '#6E857E', '#3F5750', '#2B423C', '#1B302C', '#152623', '#10201E', '#0B1816'];

// Darker than the library's own, whose white letters cannot be read on it.
const red: MantineColorsTuple = ['#FDECEA', '#FAD3CF', '#F4A9A2', '#EC7B72', '#DD544A', '#CC3A30', '#B92E25', '#A3261F', '#861E18', '#651611'];

export const theme = createTheme({
  colors: { red, evergreen, saffron, ink, dark },
  primaryColor: 'evergreen',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  black: '#12211E',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, monospace',
  headings: { fontFamily: "'Source Serif 4 Variable', Georgia, serif", fontWeight: '600', sizes: { h1: { fontSize: '2.5rem', lineHeight: '1.15' }, h2: { fontSize: '1.75rem', lineHeight: '1.2' }, h3: { fontSize: '1.25rem', lineHeight: '1.3' }, h4: { fontSize: '1rem', lineHeight: '1.4' } } },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Badge: { styles: { label: { textTransform: 'none', fontWeight: 500 } } },
    Checkbox: { defaultProps: { radius: 4 } },
    ColorInput: { defaultProps: { withEyeDropper: false } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    // As wide as the margin of a form's foot, which reaches from edge to edge.
    Modal: { defaultProps: { centered: true, padding: 'lg', overlayProps: { backgroundOpacity: 0.35, blur: 2 } } },
  },
});

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--ink': '#12211E', '--paper': '#FBF9F4', '--surface': '#FFFFFF', '--surface-raised': '#FFFFFF', '--line': '#E3E0D7', '--line-strong': '#C9C5B8', '--muted': '#55655F', '--hover': '#F3F0E8', '--selected': '#E4F1EA',
    '--accent': '#17664B', '--accent-soft': '#E4F1EA', '--saffron': '#8A5A00', '--saffron-soft': '#FDF1D6', '--saffron-strong': '#E9A010', '--danger': '#A3261F', '--sidebar': '#F4F1E9', '--chart': '#1F7A5A', '--map-land': '#DCE7DF', '--map-border': '#B9CBBF', '--map-dot': '#C9662B', '--map-covered': '#17664B',
    '--mantine-color-body': '#FBF9F4', '--mantine-color-text': '#12211E', '--mantine-color-dimmed': '#55655F', '--mantine-color-default-border': '#D6D2C6', '--mantine-color-error': '#A3261F', '--mantine-color-placeholder': '#6B7A74', '--mantine-color-anchor': '#17664B',
  },
  dark: {
    '--ink': '#E9F0ED', '--paper': '#10201E', '--surface': '#162926', '--surface-raised': '#1B302C', '--line': '#27403A', '--line-strong': '#3F5750', '--muted': '#A3B6B0', '--hover': '#1B302C', '--selected': '#1D3B32',
    '--accent': '#6CC7A4', '--accent-soft': '#1D3B32', '--saffron': '#F4C054', '--saffron-soft': '#3A2F14', '--saffron-strong': '#EFAD29', '--danger': '#FF9A92', '--sidebar': '#0C1A18', '--chart': '#4FA584', '--map-land': '#27403A', '--map-border': '#48625A', '--map-dot': '#E0743F', '--map-covered': '#8FE0BF',
    '--mantine-color-body': '#10201E', '--mantine-color-text': '#E9F0ED', '--mantine-color-dimmed': '#A3B6B0', '--mantine-color-default': '#162926', '--mantine-color-default-hover': '#1B302C', '--mantine-color-default-border': '#36504A', '--mantine-color-error': '#FF9A92', '--mantine-color-placeholder': '#8FA39D', '--mantine-color-anchor': '#6CC7A4',
  },
});
