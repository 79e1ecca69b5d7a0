//! The reader's WASM for quizzes.

fn main() {
    #[cfg(target_arch = "wasm32")]
    waypost::player::page::plays::<waypost::player::QuizPlay>();
}
