/** The few words that the shell itself shows: dialog filters, native menu roles. The page's words live in its locales. */
import type { Language } from '#shared/contract/common.ts';

const words = {
  fr: {
    workspace: 'Espace de travail Maillage', spreadsheet: 'Tableur ou CSV', image: 'Image', backup: 'Sauvegarde', any: 'Tous les fichiers', csv: 'CSV', xlsx: 'Classeur Excel', pptx: 'Présentation PowerPoint', pdf: 'PDF', png: 'Image PNG', svg: 'Dessin SVG', geojson: 'Données GeoJSON', ics: 'Calendrier (ICS)',
    file: 'Fichier', edit: 'Édition', view: 'Affichage', go: 'Aller', help: 'Aide', cut: 'Couper', copy: 'Copier', paste: 'Coller', selectAll: 'Tout sélectionner', quit: 'Quitter', close: 'Fermer la fenêtre', fullscreen: 'Plein écran', zoomIn: 'Agrandir', zoomOut: 'Réduire', zoomReset: 'Taille normale', about: 'À propos de Maillage', hide: 'Masquer', hideOthers: 'Masquer les autres', developer: 'Outils de développement',
  },
  en: {
    workspace: 'Maillage workspace', spreadsheet: 'Spreadsheet or CSV', image: 'Picture', backup: 'Backup', any: 'All files', csv: 'CSV', xlsx: 'Excel workbook', pptx: 'PowerPoint presentation', pdf: 'PDF', png: 'PNG picture', svg: 'SVG drawing', geojson: 'GeoJSON data', ics: 'Calendar (ICS)',
    file: 'File', edit: 'Edit', view: 'View', go: 'Go', help: 'Help', cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select all', quit: 'Quit', close: 'Close window', fullscreen: 'Full screen', zoomIn: 'Zoom in', zoomOut: 'Zoom out', zoomReset: 'Actual size', about: 'About Maillage', hide: 'Hide', hideOthers: 'Hide others', developer: 'Developer tools',
  },
} as const;

export type ShellWord = keyof (typeof words)['fr'];

export function word(lang: Language, key: ShellWord): string {
  return words[lang][key];
}
