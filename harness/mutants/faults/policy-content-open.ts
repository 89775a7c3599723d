// What the checks `handles-...` of suites/policy-content.ts notice: policies that may be accepted or refused, but not changed.

import { issueAction, readActions } from '../../api/actions.js';
import { ownerIn } from '../arn-parts.js';
import {
  inDocument,
  inElements,
  inStatements,
  isPlainObject,
  listed,
  statementsOf,
  textOf,
  textsOf,
  without,
} from '../documents.js';
import { faults } from '../mutant.js';
import { keeps, mends, stores } from '../mutate.js';

const keyTwice = /"(\w+)":("[^"]*"),"\1":("[^"]*")/;

export const policyContentOpenFaults = faults('policy-content', {
  'keeps-both-values-of-a-key': {
    fault: 'A key that occurs twice is returned with a list of both values.',
    breaks: 'POL-07',
    killedBy: 'handles-duplicate-keys-consistently',
    mutate: stores(({ text, judge }) => {
      const single = text.replace(keyTwice, '"$1":$3');
      return single !== text && judge(single).kind === 'success' ? text.replace(keyTwice, '"$1":[$2,$3]') : undefined;
    }),
  },
  'excludes-the-owner-from-old-shares': {
    fault: 'A share with an organization that does not exclude the owner is returned with the exclusion.',
    breaks: 'POL-12',
    killedBy: 'handles-superseded-organization-shares-consistently',
    mutate: keeps(
      inElements('Condition', (condition, { Resource }) =>
        isPlainObject(condition) && textOf(condition).includes('PrincipalOrgID') && !('StringNotEquals' in condition)
          ? { ...condition, StringNotEquals: { 'aws:PrincipalAccount': ownerIn(Resource) } }
          : condition,
      ),
    ),
  },
  'cuts-sids-at-a-space': {
    fault: 'Of a Sid the part before its first space is kept.',
    breaks: 'POL-14',
    killedBy: 'handles-sids-consistently',
    mutate: keeps(inElements('Sid', (sid) => String(sid).split(' ')[0])),
  },
  'rounds-big-numbers': {
    fault: 'A number that no double holds is returned as the greatest that one holds.',
    breaks: 'POL-14',
    killedBy: 'handles-sids-consistently',
    mutate: stores(({ text, judge }) =>
      judge(text.replace('1e400', '""')).kind === 'success' && text.includes('1e400')
        ? text.replace('1e400', '1.7976931348623157e+308')
        : undefined,
    ),
  },
  'adds-the-issue-statement': {
    fault: 'A policy without the issue statement is returned with one.',
    breaks: 'POL-25',
    killedBy: 'handles-other-action-sets-consistently',
    mutate: keeps(
      inDocument((document) => {
        const [first, ...others] = statementsOf(document);
        return first === undefined || others.length > 0
          ? document
          : { ...document, Statement: [first, { ...first, Action: issueAction }] };
      }),
    ),
  },
  'drops-the-right-to-revoke': {
    fault: 'RevokeCertificate is dropped from a policy.',
    breaks: 'POL-25',
    killedBy: 'handles-other-action-sets-consistently',
    mutate: keeps(
      inElements('Action', (actions) =>
        listed(actions).includes('acm-pca:RevokeCertificate')
          ? listed(actions).filter((action) => action !== 'acm-pca:RevokeCertificate')
          : actions,
      ),
    ),
  },
  'widens-reading-to-all-five-actions': {
    fault: 'One read action is returned as all five.',
    breaks: 'POL-25',
    killedBy: 'handles-other-action-sets-consistently',
    mutate: keeps(
      inElements('Action', (actions) =>
        textOf(listed(actions)) === textOf(['acm-pca:GetCertificate']) ? readActions : actions,
      ),
    ),
  },
  'adds-the-template-to-issuing': {
    fault: 'An issue statement without a condition is returned with the template.',
    breaks: 'POL-26',
    killedBy: 'handles-templates-consistently',
    mutate: keeps(
      inStatements((statement) =>
        listed(statement['Action']).includes(issueAction) && !('Condition' in statement)
          ? {
              ...statement,
              Condition: {
                StringEquals: { 'acm-pca:TemplateArn': 'arn:aws:acm-pca:::template/EndEntityCertificate/V1' },
              },
            }
          : statement,
      ),
    ),
  },
  'knows-one-template': {
    fault: 'Another template than that for end entities is returned as that.',
    breaks: 'POL-26',
    killedBy: 'handles-templates-consistently',
    mutate: keeps((text) =>
      text.replaceAll(
        /template\/(EndEntity\w+Auth|BlankEndEntity|CodeSigning)\w*\//g,
        'template/EndEntityCertificate/',
      ),
    ),
  },
  'expands-narrow-wildcards': {
    fault: 'A wildcard that covers one action is returned as that action.',
    breaks: 'POL-28',
    killedBy: 'handles-narrow-wildcards-consistently',
    mutate: mends((text) => text.replaceAll('IssueCertificat?', 'IssueCertificate')),
  },
  'fills-in-a-missing-resource': {
    fault: 'A statement without Resource is returned with the CA.',
    breaks: 'POL-31',
    killedBy: 'handles-resources-consistently',
    mutate: mends((text, { arn }) =>
      inStatements((statement) =>
        'Resource' in statement || 'NotResource' in statement || 'Resources' in statement
          ? statement
          : { ...statement, Resource: arn },
      )(text),
    ),
  },
  'keeps-one-resource-of-several': {
    fault: 'Of several resources only the first is returned.',
    breaks: 'POL-31',
    killedBy: 'handles-resources-consistently',
    mutate: mends(
      inElements('Resource', (resource) => (Array.isArray(resource) && resource.length > 1 ? resource[0] : resource)),
    ),
  },
  'narrows-wide-resources': {
    fault: 'A wildcard as resource is returned as the CA.',
    breaks: 'POL-31',
    killedBy: 'handles-resources-consistently',
    mutate: mends((text, { arn }) => inElements('Resource', (resource) => (resource === '*' ? arn : resource))(text)),
  },
  'cuts-certificates-off-resources': {
    fault: 'A certificate as resource is returned as its CA.',
    breaks: 'POL-32',
    killedBy: 'handles-certificate-resources-consistently',
    mutate: mends((text) => text.replaceAll(/\/certificate\/[0-9a-f]+/g, '')),
  },
  'keeps-one-principal-of-several': {
    fault: 'Of several accounts only the first is returned.',
    breaks: 'POL-33',
    killedBy: 'handles-principals-consistently',
    mutate: keeps(
      inElements('Principal', (principal) =>
        isPlainObject(principal) && listed(principal['AWS']).length > 1
          ? { AWS: listed(principal['AWS'])[0] }
          : principal,
      ),
    ),
  },
  'turns-roles-into-their-account': {
    fault: 'A role as principal is returned as its account.',
    breaks: 'POL-33',
    killedBy: 'handles-principals-consistently',
    mutate: keeps((text) => text.replaceAll(/"arn:[^"]*:iam::(\d{12}):role\/example"/g, '"$1"')),
  },
  'turns-users-into-their-ids': {
    fault: 'A user as principal is returned as its unique id.',
    breaks: 'POL-33',
    killedBy: 'handles-principals-consistently',
    mutate: keeps((text) => text.replaceAll(/"arn:[^"]*:user\/example"/g, '"AIDACKCEVSQ6C2EXAMPLE"')),
  },
  'gives-unknown-accounts-to-the-owner': {
    fault: 'An account that does not exist is returned as that of the owner.',
    breaks: 'POL-35',
    killedBy: 'handles-unknown-principals-consistently',
    mutate: keeps(
      inElements('Principal', (principal, { Resource }) =>
        isPlainObject(principal) && principal['AWS'] === '000000000000' ? { AWS: ownerIn(Resource) } : principal,
      ),
    ),
  },
  'adds-a-missing-version': {
    fault: 'A policy without Version is returned with one.',
    breaks: 'POL-36',
    killedBy: 'handles-versions-consistently',
    mutate: keeps(inDocument((document) => ({ Version: '2012-10-17', ...document }))),
  },
  'modernises-the-version': {
    fault: 'The older Version is returned as the present one.',
    breaks: 'POL-36',
    killedBy: 'handles-versions-consistently',
    mutate: keeps((text) => text.replace('2008-10-17', '2012-10-17')),
  },
  'drops-ids': {
    fault: 'The Id of a policy is dropped.',
    breaks: 'POL-37',
    killedBy: 'handles-unknown-elements-consistently',
    mutate: keeps(inDocument((document) => without(document, 'Id'))),
  },
  'empties-single-statements': {
    fault: 'A statement without brackets is returned as none.',
    breaks: 'POL-38',
    killedBy: 'handles-single-statements-consistently',
    mutate: keeps(
      inDocument((document) => (isPlainObject(document['Statement']) ? { ...document, Statement: [] } : document)),
    ),
  },
  'moves-templates-to-its-own-partition': {
    fault: 'A template of another partition is returned as one of its own.',
    breaks: 'POL-40',
    killedBy: 'handles-template-partitions-consistently',
    mutate: mends((text) => text.replaceAll(/arn:aws-other:acm-pca:::template/g, 'arn:aws:acm-pca:::template')),
  },
  'compares-templates-with-string-equals': {
    fault: 'Whatever the operator for the template, StringEquals is returned.',
    breaks: 'POL-41',
    killedBy: 'handles-operators-consistently',
    mutate: keeps((text) => text.replaceAll(/"\w+":(\{"acm-pca:TemplateArn":"arn:[^"]*"\})/g, '"StringEquals":$1')),
  },
  'drops-conditions-it-does-not-know': {
    fault: 'A condition on a key of no published policy is dropped.',
    breaks: 'POL-42',
    killedBy: 'handles-conditions-consistently',
    mutate: keeps(
      inElements('Condition', (condition) =>
        isPlainObject(condition) && 'StringEquals' in condition
          ? without(condition, 'IpAddress', 'StringLike', 'ArnLike')
          : condition,
      ),
    ),
  },
  'drops-actions-in-another-case': {
    fault: 'An action in lower case is dropped.',
    breaks: 'POL-43',
    killedBy: 'handles-letter-case-consistently',
    mutate: keeps(
      inElements('Action', (actions) =>
        textsOf(actions).some((action) => /:[a-z]/.test(action))
          ? textsOf(actions).filter((action) => !/:[a-z]/.test(action))
          : actions,
      ),
    ),
  },
});
