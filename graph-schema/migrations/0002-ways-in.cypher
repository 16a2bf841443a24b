// What is looked up by something other than its id: browsers by their token, and, by people who query, parties by name.
CREATE INDEX principal_browser IF NOT EXISTS FOR (principal:Principal) ON (principal.browserHash);
CREATE INDEX party_name IF NOT EXISTS FOR (party:Party) ON (party.name);
