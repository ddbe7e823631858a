/**
 * Attributes that many files have, by the name they get in `customers.attributes`, whatever the file calls them.
 * Every other column keeps its own header in snake case.
 */
const synonyms: Readonly<Record<string, string>> = {
  email: "e_mail mail email_address correo correo_electronico direccion_de_correo endereco_de_email",
  name: "full_name customer_name client_name nombre nombre_completo nombre_cliente nome nome_completo nome_cliente nome_do_cliente",
  first_name: "firstname given_name forename primer_nombre primeiro_nome",
  last_name: "lastname surname family_name apellido apellidos sobrenome ultimo_nome",
  phone:
    "telephone phone_number mobile mobile_phone cell cell_phone whatsapp telefono movil celular telefono_movil telefone numero_de_telefone",
  address: "street street_address address_line direccion domicilio calle endereco rua logradouro",
  tax_id: "ssn national_id passport dni nif nie rfc cpf rg cedula",
  birth_date:
    "date_of_birth dob birthday birthdate fecha_nacimiento fecha_de_nacimiento data_nascimento data_de_nascimento nascimento",
  year_birth: "birth_year year_of_birth ano_nacimiento ano_de_nacimiento ano_nascimento ano_de_nascimento",
  age: "edad idade",
  gender: "sex sexo genero",
  education: "education_level educacion nivel_educativo estudios educacao escolaridade",
  marital_status: "civil_status estado_civil",
  income:
    "annual_income yearly_income household_income salary ingreso ingresos renta renta_anual ingresos_anuales salario renda renda_anual",
  spending_score: "score_gasto puntuacion_gasto puntuacion_de_gasto pontuacao_gasto pontuacao_de_gastos",
  country: "pais country_name",
  city: "town ciudad localidad cidade municipio",
  region: "state province provincia estado comunidad uf",
  postal_code: "zip zip_code postcode codigo_postal cp cep",
  joined_on:
    "join_date joined signup_date sign_up_date registration_date registered_at customer_since member_since enrollment_date fecha_alta fecha_de_alta fecha_registro fecha_de_registro cliente_desde data_cadastro data_de_cadastro data_registro",
};

/** Names of attributes that say who somebody is: out of an export unless asked for, out of samples always. */
export const personalAttributes: ReadonlySet<string> = new Set([
  "email",
  "name",
  "first_name",
  "last_name",
  "phone",
  "address",
  "tax_id",
]);

/**
 * Word → attribute name, for `matchHeader`.
 *
 * @example
 * attributeWords().get("estado_civil"); // => "marital_status"
 */
export function attributeWords(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, list] of Object.entries(synonyms)) {
    for (const word of [name, ...list.split(" ")]) found.set(word, name);
  }
  return found;
}
