/** The version of the app, for those who have no package at hand; a test keeps it equal to the package's. */
export const version = '0.1.0';
