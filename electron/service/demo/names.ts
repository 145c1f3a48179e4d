/** First names, last names, jobs and streets of invented people; any likeness is chance. */
import type { Language } from '#shared/base/common.ts';

const words = (text: string): string[] => text.trim().split(/\s*,\s*/);

interface Names {
  women: string[];
  men: string[];
  last: string[];
  lang: string;
}

const france: Names = {
  lang: 'fr',
  women: words(
    'Camille, Léa, Inès, Manon, Chloé, Sarah, Zoé, Juliette, Aïcha, Nadia, Fatou, Élodie, Claire, Sophie, Hélène, Maëlys, Anaïs, Yasmine, Lucie, Pauline, Céline, Amandine, Marion, Nathalie, Sandrine, Véronique, Mathilde, Awa, Leïla, Émilie, Gaëlle, Solène, Margaux, Noémie, Agathe, Laure, Myriam, Dounia, Cécile, Estelle, Rosalie, Thi Mai, Marie-Line, Odile, Bénédicte, Coralie, Salomé, Violette',
  ),
  men: words(
    'Karim, Thomas, Nicolas, Julien, Mathieu, Antoine, Hugo, Lucas, Mehdi, Samir, Moussa, Ibrahim, Olivier, Laurent, Philippe, Stéphane, Yann, Loïc, Gaël, Erwan, Baptiste, Maxime, Quentin, Romain, Alexandre, Benoît, Guillaume, Cédric, Rachid, Youssef, Bastien, Clément, Rémi, François, Étienne, Sébastien, Vincent, Damien, Jérôme, Mickaël, Amadou, Joël, Théo, Gabriel, Arthur, Minh, Tanguy, Florian',
  ),
  last: words(
    'Martin, Bernard, Petit, Durand, Moreau, Lefebvre, Garnier, Faure, Mercier, Blanc, Guérin, Boyer, Chevalier, Gauthier, Perrin, Roussel, Fontaine, Caron, Lemoine, Dumont, Renaud, Marchand, Benali, Haddad, Diallo, Traoré, Ndiaye, Nguyen, Tran, Da Silva, Fernandes, Lopez, Garcia, Rossi, Kaya, Le Goff, Le Gall, Kerouanton, Cadiou, Etcheverry, Hirigoyen, Schmitt, Muller, Weber, Vandenbroucke, Delattre, Carpentier, Payet, Hoarau, Grondin, Rivière, Brunel, Chauvin, Vasseur, Jacquet, Collet, Poirier, Bouvier, Lacroix, Tissot, Berger, Charpentier, Masson, Vidal, Bonnet, Arnaud, Colin, Leblanc, Prévost, Rolland, Meunier, Besson, Maillard, Barbier, Cordier, Pons, Astruc, Cazenave, Bosc, Mercadier, Oudin, Œuvrard, Quéméneur, Vallet, Yvon, Zeller, Belkacem, Cissé, Camara, Sow, Ouattara, Bensaïd, Mansouri, Aubry, Joly, Launay, Pichon, Texier',
  ),
};

const abroad: Record<string, Names> = {
  BE: {
    lang: 'fr',
    women: words('Elise, Charlotte, Lotte, Amélie, Louise, Nora'),
    men: words('Arnaud, Pieter, Jonas, Wout, Bruno, Simon'),
    last: words('Peeters, Janssens, Dubois, Maes, Lambert, Claes, Willems, Dewitte'),
  },
  DE: {
    lang: 'de',
    women: words('Anna, Katrin, Lena, Julia, Sabine, Miriam'),
    men: words('Jens, Lukas, Felix, Stefan, Tobias, Emre'),
    last: words('Schneider, Fischer, Becker, Hoffmann, Krüger, Vogel, Yıldız, Brandt'),
  },
  ES: {
    lang: 'es',
    women: words('Carmen, Lucía, Marta, Elena, Pilar, Nuria'),
    men: words('Javier, Pablo, Sergio, Álvaro, Diego, Iker'),
    last: words('Romero, Ortega, Navarro, Serrano, Molina, Iglesias, Castaño, Vega'),
  },
  IT: {
    lang: 'it',
    women: words('Giulia, Chiara, Francesca, Elisa, Martina, Paola'),
    men: words('Marco, Luca, Matteo, Davide, Andrea, Paolo'),
    last: words('Ferrari, Bianchi, Ricci, Conti, Gallo, Greco, Fontana, Moretti'),
  },
  PL: {
    lang: 'pl',
    women: words('Katarzyna, Zofia, Magda, Ewa, Joanna'),
    men: words('Piotr, Tomasz, Jakub, Michał, Paweł'),
    last: words('Kowalczyk, Wójcik, Zieliński, Lis, Nowicki, Mazur, Dąbek'),
  },
  NL: {
    lang: 'nl',
    women: words('Sanne, Fleur, Anouk, Maaike, Iris'),
    men: words('Daan, Sem, Bram, Jeroen, Ruben'),
    last: words('de Vries, van Dijk, Bakker, Visser, Smit, Mulder, Bos'),
  },
  PT: {
    lang: 'pt',
    women: words('Inês, Catarina, Beatriz, Sofia, Marta'),
    men: words('João, Tiago, Rui, Miguel, Nuno'),
    last: words('Ferreira, Carvalho, Sousa, Teixeira, Moura, Pinto'),
  },
};

const jobs: Record<Language, string[]> = {
  fr: words(
    'Chef d’équipe logistique, Responsable de magasin, Conseillère de vente, Préparateur de commandes, Assistante de direction, Technicien de maintenance, Opératrice de production, Responsable qualité, Chargée de recrutement, Contrôleur de gestion, Cariste, Ingénieure méthodes, Acheteuse, Animateur sécurité, Responsable d’agence, Comptable, Chef de projet informatique, Chargée de clientèle, Conducteur de ligne, Responsable des expéditions',
  ),
  en: words(
    'Logistics team leader, Store manager, Sales adviser, Order picker, Executive assistant, Maintenance technician, Production operator, Quality manager, Recruiter, Financial controller, Forklift driver, Methods engineer, Buyer, Safety officer, Branch manager, Accountant, IT project manager, Customer adviser, Line operator, Shipping manager',
  ),
};

export const streets = words(
  'rue des Tilleuls, avenue de la Gare, rue Jean-Moulin, zone industrielle des Prés, rue de l’Industrie, boulevard de la République, rue des Artisans, avenue de l’Europe, rue du Moulin, allée des Peupliers, rue Marie-Curie, quai du Canal, rue de la Fontaine, chemin des Vignes, place du Marché, rue Louise-Michel',
);

export function namesOf(country: string): Names {
  return abroad[country] ?? france;
}

export function jobsOf(lang: Language): string[] {
  return jobs[lang];
}
