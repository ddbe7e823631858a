/** Whether a shop's customer numbers tell who somebody is: settled once, from a whole column. */

/** Headers of numbers that a state or a telephone company gave, of addresses and names, folded. */
const personalHeaders =
  /^(?:cpf|cnpj|dni|nie|nif|rut|run|curp|cuit|cuil|ssn|rg|passport|pasaporte|passaporte|phone|mobile|cell|tel|telefono|telefone|movil|celular|whatsapp|e?mail|correo|name|nombre|nome)(?:_|$)|_(?:cpf|dni|nie|nif|rut|phone|email|e_mail|telefono|telefone|celular)$/u;
const nameForm = /^\p{L}[\p{L}'.-]+(?: \p{L}[\p{L}'.-]*)+$/u;
/** Fewer keys could have their check digits by luck. */
const fewestKeys = 5;
const nearlyAll = 0.95;

/**
 * Whether a column of customer numbers is personal: by its header; by check digits of identity numbers (CPF, DNI and NIE,
 * RUT) that hold in nearly all; by the form of addresses or names. Any other number, of any length, is the shop's own.
 *
 * @param header Folded: lower case, no accents, underscores for spaces.
 * @param keys Different keys of the column, as many as there are or enough of them.
 * @example
 * arePersonalIds("customer_id", ["12345678Z", "87654321X", "11111111H", "22222222J", "33333333P"]); // => true
 */
export function arePersonalIds(header: string, keys: readonly string[]): boolean {
  if (keys.length === 0) return false;
  if (personalHeaders.test(header)) return true;
  if (keys.length < fewestKeys) return keys.some((key) => key.includes("@"));
  const forms = [
    isCpf,
    isDni,
    isRut,
    (key: string) => key.includes("@"),
    (key: string) => nameForm.test(key),
  ];
  return forms.some((has) => keys.filter(has).length >= keys.length * nearlyAll);
}

/** Brazil: eleven digits, of which two check the others (Receita Federal, module 11). */
function isCpf(key: string): boolean {
  const digits = digitsOf(key);
  if (digits.length !== 11 || new Set(digits).size === 1) return false;
  return [9, 10].every((length) => {
    const sum = digits.slice(0, length).reduce((total, digit, i) => total + digit * (length + 1 - i), 0);
    return ((sum * 10) % 11) % 10 === digits[length];
  });
}

/** Spain: seven or eight digits and the letter that the number's rest by 23 gives (Real Decreto 1553/2005). */
function isDni(key: string): boolean {
  const [, prefix = "", number = "", letter = ""] =
    /^([XYZ]?)(\d{7,8})-?([A-Z])$/u.exec(key.toUpperCase()) ?? [];
  if (number === "") return false;
  const whole = Number(`${prefix === "" ? "" : "XYZ".indexOf(prefix)}${number}`);
  return "TRWAGMYFPDXBNJZSQVHLCKE"[whole % 23] === letter;
}

/** Chile: the last sign checks the seven or eight digits before it, module 11, 10 being a K. */
function isRut(key: string): boolean {
  const [, body = "", check = ""] = /^(\d{7,8})-?([\dK])$/u.exec(key.toUpperCase().replaceAll(".", "")) ?? [];
  if (body === "") return false;
  const sum = Array.from(body)
    .toReversed()
    .reduce((total, digit, i) => total + Number(digit) * (2 + (i % 6)), 0);
  const rest = 11 - (sum % 11);
  return check === (rest === 11 ? "0" : rest === 10 ? "K" : String(rest));
}

function digitsOf(key: string): number[] {
  return /^[\d.-]+$/u.test(key) ? Array.from(key.replaceAll(/\D/gu, ""), Number) : [];
}
