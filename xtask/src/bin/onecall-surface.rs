//! Lists what others build on: `onecall-surface rust RUSTDOC_JSON`, `onecall-surface foreign LIBRARY`.
//!
//! A program of its own for the same reason as the generator of the bindings.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, bail};
use camino::Utf8Path;
use uniffi_bindgen::macro_metadata::extract_from_library;
use uniffi_meta::{
    DefaultValueMetadata, EnumShape, FieldMetadata, FnParamMetadata, LiteralMetadata, Metadata, Type, VariantMetadata,
};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let lines = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["rust", json] => rust(Path::new(json))?,
        ["foreign", library] => foreign(Utf8Path::new(library))?,
        _ => bail!("`rust` and the JSON of rustdoc, or `foreign` and the library"),
    };
    for line in lines {
        println!("{line}");
    }
    Ok(())
}

/// Every public item of the crate. Of what is derived, that it is there.
fn rust(json: &Path) -> Result<Vec<String>> {
    let items = |without_derived| -> Result<Vec<String>> {
        let api = public_api::Builder::from_rustdoc_json(json)
            .omit_auto_derived_impls(without_derived)
            .omit_auto_trait_impls(true)
            .omit_blanket_impls(true)
            .build()
            .context("what rustdoc wrote is not of the format that `public-api` reads")?;
        Ok(api.items().map(ToString::to_string).collect())
    };
    let written: BTreeSet<_> = items(true)?.into_iter().collect();
    let is_impl = |item: &str| item.starts_with("impl") && !item.contains("core::marker::StructuralPartialEq");
    Ok(items(false)?.into_iter().filter(|item| written.contains(item) || is_impl(item)).collect())
}

/// Everything that crosses the door, by name: a head, and its parts in their order, which Kotlin's constructors go by.
fn foreign(library: &Utf8Path) -> Result<Vec<String>> {
    let mut blocks: Vec<(String, u32, Vec<String>)> = Vec::new();
    for item in extract_from_library(library)? {
        let mut add = |key: String, place, lines| blocks.push((key, place, lines));
        match item {
            Metadata::Namespace(_) | Metadata::UdlFile(_) => {}
            Metadata::Func(function) => {
                let line =
                    callable("function", &function.name, &function.inputs, &function.return_type, &function.throws);
                add(function.name, 0, vec![line]);
            }
            Metadata::Object(object) => {
                let head = if object.imp.is_trait_interface() { "trait" } else { "object" };
                add(object.name.clone(), 0, vec![format!("{head} {}", object.name)]);
            }
            Metadata::CallbackInterface(interface) => {
                add(interface.name.clone(), 0, vec![format!("callback {}", interface.name)]);
            }
            Metadata::Constructor(new) => {
                let line = callable("  constructor", &new.name, &new.inputs, &None, &new.throws);
                add(new.self_name, 1, vec![line]);
            }
            Metadata::Method(method) => {
                let line = callable("  method", &method.name, &method.inputs, &method.return_type, &method.throws);
                add(method.self_name, 2, vec![line]);
            }
            Metadata::TraitMethod(method) => {
                let line = callable("  method", &method.name, &method.inputs, &method.return_type, &method.throws);
                add(method.trait_name, 3 + method.index, vec![line]);
            }
            Metadata::Record(record) => {
                let mut lines = vec![format!("record {}", record.name)];
                lines.extend(record.fields.iter().map(|one| format!("  {}", field(one))));
                add(record.name, 0, lines);
            }
            Metadata::Enum(cases) => {
                let head = match cases.shape {
                    EnumShape::Enum => "enum",
                    EnumShape::Error { flat: true } => "error (flat)",
                    EnumShape::Error { flat: false } => "error",
                };
                let mut lines = vec![format!("{head} {}", cases.name)];
                lines.extend(cases.variants.iter().map(variant));
                add(cases.name, 0, lines);
            }
            Metadata::CustomType(custom) => {
                add(custom.name.clone(), 0, vec![format!("type {} = {}", custom.name, shown(&custom.builtin))]);
            }
            Metadata::UniffiTrait(builtin) => {
                add(builtin.self_name().to_owned(), 4, vec![format!("  builtin {}", builtin.name())]);
            }
            Metadata::ObjectTraitImpl(one) => {
                add(shown(&one.ty), 4, vec![format!("  implements {}", shown(&one.trait_ty))]);
            }
        }
    }
    blocks.sort();
    Ok(blocks.into_iter().flat_map(|(_, _, lines)| lines).collect())
}

fn callable(
    head: &str,
    name: &str,
    inputs: &[FnParamMetadata],
    returns: &Option<Type>,
    throws: &Option<Type>,
) -> String {
    let input = |input: &FnParamMetadata| format!("{}: {}{}", input.name, shown(&input.ty), default(&input.default));
    let inputs: Vec<_> = inputs.iter().map(input).collect();
    let returns = returns.as_ref().map(|ty| format!(" -> {}", shown(ty))).unwrap_or_default();
    let throws = throws.as_ref().map(|ty| format!(" throws {}", shown(ty))).unwrap_or_default();
    format!("{head} {name}({}){returns}{throws}", inputs.join(", "))
}

fn variant(variant: &VariantMetadata) -> String {
    let fields: Vec<_> = variant.fields.iter().map(field).collect();
    if fields.is_empty() { format!("  {}", variant.name) } else { format!("  {}({})", variant.name, fields.join(", ")) }
}

fn field(field: &FieldMetadata) -> String {
    let name = if field.name.is_empty() { String::new() } else { format!("{}: ", field.name) };
    format!("{name}{}{}", shown(&field.ty), default(&field.default))
}

fn default(default: &Option<DefaultValueMetadata>) -> String {
    match default {
        None => String::new(),
        Some(DefaultValueMetadata::Default) => " = default".to_owned(),
        Some(DefaultValueMetadata::Literal(literal)) => format!(" = {}", literal_of(literal)),
    }
}

fn literal_of(literal: &LiteralMetadata) -> String {
    match literal {
        LiteralMetadata::Boolean(value) => value.to_string(),
        LiteralMetadata::String(value) => format!("{value:?}"),
        LiteralMetadata::UInt(value, ..) => value.to_string(),
        LiteralMetadata::Int(value, ..) => value.to_string(),
        LiteralMetadata::Float(value, _) | LiteralMetadata::Enum(value, _) => value.clone(),
        LiteralMetadata::EmptySequence => "[]".to_owned(),
        LiteralMetadata::EmptyMap => "[:]".to_owned(),
        LiteralMetadata::EmptySet => "{}".to_owned(),
        LiteralMetadata::None => "none".to_owned(),
        LiteralMetadata::Some { inner } => format!("some{}", default(&Some((**inner).clone()))),
    }
}

fn shown(ty: &Type) -> String {
    match ty {
        Type::Object { name, .. }
        | Type::Record { name, .. }
        | Type::Enum { name, .. }
        | Type::CallbackInterface { name, .. }
        | Type::Custom { name, .. } => name.clone(),
        Type::Box { inner_type } => shown(inner_type),
        Type::Optional { inner_type } => format!("{}?", shown(inner_type)),
        Type::Sequence { inner_type } => format!("[{}]", shown(inner_type)),
        Type::Set { inner_type } => format!("{{{}}}", shown(inner_type)),
        Type::Map { key_type, value_type } => format!("[{}: {}]", shown(key_type), shown(value_type)),
        primitive => format!("{primitive:?}").to_lowercase(),
    }
}
