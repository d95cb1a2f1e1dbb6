fn main() -> std::process::ExitCode {
    tannhjul::cli::main()
}
