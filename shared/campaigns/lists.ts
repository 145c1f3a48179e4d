/** The closed lists of campaign planning, in the order in which screens show them. */
export const campaignStatuses = ['draft', 'ready', 'running', 'closed', 'archived'] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

export const phaseKinds = ['teasing', 'launch', 'relance', 'results', 'other'] as const;
export type PhaseKind = (typeof phaseKinds)[number];

export const adoptionStatuses = ['invited', 'adopted', 'adapted', 'declined', 'done'] as const;
export type AdoptionStatus = (typeof adoptionStatuses)[number];

export const adoptionSources = ['app', 'form', 'import'] as const;
export const kitKinds = ['message', 'email', 'sheet'] as const;

/** Campaigns whose list of sites is settled: they have one adoption for each site. */
export const settledStatuses = ['ready', 'running', 'closed', 'archived'] as const satisfies readonly CampaignStatus[];
